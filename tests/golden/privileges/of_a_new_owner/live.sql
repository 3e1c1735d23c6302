-- The old owner's place in the list is the new owner's: nothing else changes.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
grant select on t to golden_reader;
