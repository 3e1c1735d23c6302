-- A function whose body is parsed depends on what it reads.
create table t (id int primary key, a int);
create view v as select id, a from t;
create function f() returns bigint begin atomic select count(*) from v; end;
