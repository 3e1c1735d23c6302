do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create table t (id int);
do $$ begin
  execute format('alter database %I set search_path to app, public', current_database());
  execute format('alter role golden_reader in database %I set work_mem to ''8MB''', current_database());
end $$;
