create function f(x int) returns int language sql as 'select x + 1';
create table t (a int);
create view old as select f(a) as b from t;
