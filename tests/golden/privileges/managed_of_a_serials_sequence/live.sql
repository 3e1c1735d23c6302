do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
create table t (id serial primary key, n int);
grant usage on sequence t_id_seq to golden_writer with grant option;
create table back (id int generated always as identity, n int);
grant usage on sequence back_id_seq to golden_writer;
create table plain (id serial, n int);
insert into t (n) values (1);
