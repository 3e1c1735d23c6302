-- Every owner that is not declared is to be the connected role.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create table t (id int primary key);
create table u (id serial primary key);
create table v (id int primary key);
alter table t owner to golden_owner;
alter table u owner to golden_owner;
