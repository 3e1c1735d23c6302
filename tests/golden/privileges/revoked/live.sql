-- Who is live and not named loses what he has; who is named has what is listed.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
grant select, insert, update on t to golden_writer;
grant delete on t to golden_writer with grant option;
grant select on t to golden_reader;
grant select on t to public;
