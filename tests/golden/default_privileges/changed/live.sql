-- Grants come, go and lose their option.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
alter default privileges for role golden_owner in schema public grant select, insert on tables to golden_reader;
alter default privileges for role golden_owner grant usage on types to golden_writer with grant option;
alter default privileges for role golden_owner revoke usage on types from public;
