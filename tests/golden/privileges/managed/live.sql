-- Everything is compared: what is not declared is revoked, what is new is not open to whom ALTER DEFAULT PRIVILEGES would
-- open it.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
create table u (id int primary key);
grant select on t to golden_reader;
grant select (a) on t to golden_writer;
revoke usage on schema public from public;
alter default privileges grant select on tables to golden_reader;
alter default privileges in schema public grant insert on tables to golden_writer;
