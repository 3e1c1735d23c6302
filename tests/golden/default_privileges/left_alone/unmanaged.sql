alter default privileges for role golden_owner in schema public grant select on tables to golden_reader;
alter default privileges for role golden_owner revoke execute on functions from public;
