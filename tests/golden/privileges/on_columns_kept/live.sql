-- REVOKE on the table takes the privileges on its columns along: those that stay are granted again, declared or not.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
grant select on t to golden_reader;
grant select (id), update (a) on t to golden_reader;
grant select (a) on t to golden_reader;
