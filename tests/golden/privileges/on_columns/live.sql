-- Columns have grants of their own.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
grant select (id), update (a) on t to golden_reader;
grant insert (a) on t to golden_writer;
