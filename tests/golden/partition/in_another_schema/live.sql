-- A partition has its columns from a table in another schema: bare names there mean what they mean there.
create schema a; create schema b;
create type a.mood as enum ('x', 'y');
create domain a.positive as int check (value > 0);
create function a.next_number() returns int language sql as 'select 7';
create table a.p (id a.positive not null, m a.mood default 'x', s serial, n int default a.next_number()) partition by list (id);
create table b.c partition of a.p for values in (1);
