-- An enum that loses a value is another type: with the owner and grants of the one before.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create type mood as enum ('calm', 'busy', 'gone');
alter type mood owner to golden_owner;
grant usage on type mood to golden_reader;
revoke usage on type mood from public;
create table t (id int primary key, m mood);
