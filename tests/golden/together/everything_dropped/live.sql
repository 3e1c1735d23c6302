-- All that the declaration answers for goes: views first, then keys that point both ways, tables, sequences, types.
-- Extensions are database-wide: they stay.
create extension btree_gist;
create schema app;
create type app.mood as enum ('calm');
create sequence app.free;
create sequence app.used;
create table app.a (id int primary key default nextval('app.used'), m app.mood, b_id int, during tsrange, exclude using gist (id with =, during with &&));
create table app.b (id serial primary key, a_id int references app.a, check (id > 0));
alter table app.a add constraint a_b foreign key (b_id) references app.b;
create table app.c (id int generated always as identity primary key, note text unique);
create index on app.b (a_id);
create view app.v as select id, m from app.a;
create view app.w as select id from app.v;
comment on table app.a is 'x';
comment on view app.v is 'y';
insert into app.a (m) values ('calm');
insert into app.b (a_id) values (1);
analyze;
