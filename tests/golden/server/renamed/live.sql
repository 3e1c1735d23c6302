-- Its mappings go with it.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for golden_reader server s options (user 'u');
