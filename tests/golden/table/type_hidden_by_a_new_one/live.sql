create schema s2;
create type e as enum ('a'); create type f as enum ('a'); create type s2.g as enum ('a'); create type g as enum ('a');
create type s2.both as (x public.e, y public.f);
create table s2.t (c public.e default 'a', d public.f, g s2.g, h public.g default 'a');
create function s2.len(x text) returns int language sql immutable as 'select 1';
create function len(x text) returns int language sql immutable as 'select 2';
create table s2.u (a text, check (public.len(a) > 0), check (s2.len(a) > 0));
insert into s2.t values ('a', 'a');
