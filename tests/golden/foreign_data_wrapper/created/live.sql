-- One without a handler, as they were before 9.1; what hangs on it comes with it.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
