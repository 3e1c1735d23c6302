do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
revoke all on schema public from public;
alter default privileges grant usage on sequences to golden_reader;
alter default privileges in schema public grant all on sequences to golden_writer;
create table as_given (id int generated always as identity);
create table revoked (id int generated always as identity);
