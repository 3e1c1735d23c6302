create schema s1; create schema s2;
create type s1.e as enum ('a');
create function s1.g(x s1.e) returns int language sql immutable as 'select 1';
create function s1.h(x s1.e) returns int language sql immutable as 'select 1';
create function s2.k(x s1.e) returns int language sql immutable as 'select 1';
create table t (c s1.e, check (s1.g(c) > 0));
comment on function s1.g(s1.e) is 'kept';
