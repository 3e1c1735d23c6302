-- Made anew, it does not get back what the declaration takes away.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create table t (a int, b int);
create view v as select a, b from t;
grant select on v to golden_reader;
create materialized view m as select a from t;
grant select on m to golden_reader;
create function f() returns int language sql as 'select 1';
revoke execute on function f() from public;
grant execute on function f() to golden_reader;
