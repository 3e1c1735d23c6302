do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create table t (a int, b int);
grant select on t to golden_reader;
grant select (a), select (b) on t to golden_reader;
