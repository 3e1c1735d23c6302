create table t (id int primary key, a int);
create function f(a int) returns int language sql as 'select a';
create function f(a text) returns text language sql as 'select a';
create procedure p(a int) language sql as 'select a';
create view v as select f(a) as x from t;
comment on function f(int) is 'gone';
