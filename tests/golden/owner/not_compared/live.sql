-- No one speaks of owners and privileges: they are left as they are.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key);
alter table t owner to golden_owner;
grant select on t to golden_reader;
