-- A schema with an extension counts as one of the path: what is in it and has the name of a type of PostgreSQL's is
-- hidden by that nonetheless.
create schema test;
create extension citext schema test;
create table test.json (data json);
create function f(a test.json) returns int language sql as 'select 1';
create function g(a test.json) returns int language sql as 'select 1';
