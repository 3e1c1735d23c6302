create schema s1; create schema s2;
create type public.e as enum ('a'); create type s2.e as enum ('a'); create type s1.g as enum ('a'); create type public.g as enum ('a');
create table public.t (c e, d s2.e); create table s1.u (c s1.g, d public.g);
insert into t values ('a','a');
