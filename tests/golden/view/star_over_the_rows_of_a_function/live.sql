create table t(id int, gone int, c text);
create function f() returns setof t language sql as 'select * from t';
create view v as select * from f();
create view w as select id from f();
create function at() returns setof int begin atomic select id from f(); end;
