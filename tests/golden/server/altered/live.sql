-- Options and version; of the secrets of the mappings one stays, as it is not declared, one is another now; a mapping that is
-- not declared is left alone.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw options (host 'a', dbname 'x');
create user mapping for golden_reader server s options (user 'u', password 'old secret');
create user mapping for golden_writer server s options (user 'u', password 'another old secret');
create user mapping for golden_owner server s options (user 'u');
