-- Owners of five kinds change; what they are before is not declared anywhere.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create schema app;
create type app.mood as enum ('calm');
create sequence app.numbers;
create table app.t (id int primary key, label text);
create index t_label on app.t (label);
create view app.v as select id from app.t;
insert into app.t values (1, 'x');
analyze app.t;
