-- Undeclared in a database that is answered for: servers, and mappings of declared ones.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create foreign data wrapper w;
create server s foreign data wrapper w;
create server gone foreign data wrapper w;
create user mapping for golden_reader server s options (user 'u');
create user mapping for golden_reader server gone options (user 'u');
