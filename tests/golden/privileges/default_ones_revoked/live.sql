-- What PostgreSQL grants by itself goes only where it is named: PUBLIC's usage of a type, the owner's own rights.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create type mood as enum ('calm');
create table t (id int primary key);
