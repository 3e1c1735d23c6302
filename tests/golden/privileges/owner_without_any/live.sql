-- An ACL with nothing in it is not the one by default.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key);
alter table t owner to golden_owner;
revoke all on t from golden_owner;
