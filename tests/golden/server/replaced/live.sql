-- Another type is another server: its mappings step aside, and come back with secrets that no one declared.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create foreign data wrapper w;
create server s type 'old' foreign data wrapper w;
alter server s owner to golden_owner;
grant usage on foreign server s to golden_reader;
create user mapping for golden_reader server s options (user 'u', password 'secret');
comment on server s is 'as it was';
