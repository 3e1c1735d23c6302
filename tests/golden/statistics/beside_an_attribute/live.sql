create type c as (a int);
create table t (a int, b int, c c);
create statistics st on a, b from t;
create view v as select (c).a from t;
