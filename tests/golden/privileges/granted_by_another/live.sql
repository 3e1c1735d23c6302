-- A grant that rests on another's grant option: granted after it, revoked before it.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key, a int);
create table u (id int primary key);
grant select on u to golden_writer with grant option;
set role golden_writer;
grant select on u to golden_reader;
reset role;
