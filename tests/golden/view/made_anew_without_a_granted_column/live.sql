-- Grants on a column that the new query does not give go with it, those on others come back.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create table t (a int, b int, c int);
create table t2 (a int);
create view v as select a, b, c from t;
grant select (a) on v to golden_reader;
grant select (b) on v to golden_reader;
create view starred as select a, b from t;
grant select (a) on starred to golden_reader;
grant select (b) on starred to golden_reader;
create materialized view m as select a, b from t;
grant select (a) on m to golden_reader;
grant select (b) on m to golden_reader;
create view all_of_it as select a, b from t;
grant select (a) on all_of_it to golden_reader;
grant select (b) on all_of_it to golden_reader;
comment on column v.c is 'kept';
