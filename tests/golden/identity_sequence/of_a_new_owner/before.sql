do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
grant all on schema public to golden_owner;
