-- All that is in a schema moves to another one, and the schema goes.
create schema s;
create type s.e as enum ('a');
create table s.t (id serial primary key, e s.e);
create function s.f() returns int language sql as 'select 1';
create view s.v as select id from s.t;
insert into s.t (e) values ('a');
