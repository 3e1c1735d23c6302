create schema s; create schema d;
create function s.f(t text) returns text language sql immutable as 'select lower(t)';
create table s.w (id int primary key, a text, b text generated always as (s.f(a)) stored, check (s.f(a) <> ''));
create index wi on s.w (s.f(a));
create view s.v as select id, s.f(a) as x from s.w;
create materialized view s.m as select count(*) as n from s.w;
create aggregate s.ag(int) (sfunc = int4pl, stype = int, initcond = '0');
insert into s.w values (1, 'A');
