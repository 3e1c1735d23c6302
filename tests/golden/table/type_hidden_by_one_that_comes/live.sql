create schema s1; create schema s2;
create type e as enum ('a'); create type s1.e as enum ('a');
create table s2.t (c public.e default 'a', d s1.e);
create table s2.u (c public.e);
insert into s2.t values ('a', 'a');
