-- PostgreSQL stores NULL as a default only where it has to be cast: to a length, or to a domain.
create extension citext;
create type mood as enum ('calm');
create table t (a int, b text, c citext, d mood, e varchar(5) default null, f numeric(4,2) default null, g timestamptz, h varchar);
