-- A generated column of an enum that is made anew is made again, not changed.
create type e as enum ('a', 'b', 'c');
create domain d as text;
create table t (x e, z int, g e generated always as (case when z > 1 then 'b'::e else 'a'::e end) stored,
  y d generated always as (z::text) stored);
insert into t (x, z) values ('a', 2);
analyze;
