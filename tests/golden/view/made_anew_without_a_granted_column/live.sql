-- Grants on a column that the new query does not give go with it, those on others come back.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create table t (a int, b int, c int);
create view v as select a, b, c from t;
grant select (a) on v to golden_reader;
grant select (b) on v to golden_reader;
comment on column v.c is 'kept';
