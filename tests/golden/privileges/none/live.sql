-- An empty mapping: only what PostgreSQL gives by itself.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
grant all on t to golden_writer;
