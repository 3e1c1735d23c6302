-- Undeclared ones go where privileges are managed: each reverts to what PostgreSQL does by itself.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
alter default privileges for role golden_owner in schema public grant select on tables to golden_reader;
alter default privileges for role golden_owner revoke execute on functions from public;
