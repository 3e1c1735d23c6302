-- A server that must be made anew takes its foreign tables along, which hold nothing, and what stands on them.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
create foreign data wrapper w;
create server s type 'old' foreign data wrapper w;
create foreign table ft (a int, b text) server s options (x 'y');
comment on foreign table ft is 'far away';
grant select on ft to golden_reader;
create view v as select a from ft;
