create type e as enum ('a');
create function f(e) returns int language sql as 'select 1';
create table t (a int);
create view v as select a from t;
