create schema s2;
create type e as enum ('a'); create type s2.e as enum ('a', 'b');
create function s2.h(s2.e, public.e) returns s2.e language sql as 'select $1';
create aggregate s2.ag(public.e) (sfunc = array_append, stype = public.e[], initcond = '{}');
create table s2.t (c s2.e default 'b', d public.e default 'a');
