create schema app;
create table app.users (id bigint primary key);
create schema theirs;
create table theirs.secrets (id int);
create type theirs.kind as enum ('a');
create sequence theirs.counter;
create table public.theirs_too (id int);
