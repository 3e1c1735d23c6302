-- PostgreSQL tracks no names in bodies that are strings: the plan must say which of them stop working.
create table gone (id int primary key, a int);
create table t (id int primary key, dropped int, old int);
create table other (id int primary key, dropped int);
create sequence counter;
create function helper() returns int language sql as 'select 1';
create function helper2(n int) returns int language sql as 'select n';
create function helper2(n text) returns int language sql as 'select 1';
create function reads_gone() returns bigint language sql as 'select count(*) from gone';
create function reads_column() returns bigint language sql as 'select sum(t.dropped) from public.t';
create function writes_old() returns void language plpgsql as 'begin update t set old = 1; end';
create function calls() returns int language plpgsql as 'begin return helper() + helper2(1); end';
create function mended() returns bigint language sql as 'select count(*) from gone';
create function in_a_string() returns text language sql as $$select 'gone is gone'$$;
create function reads_other() returns bigint language sql as 'select sum(dropped) from other';
create procedure counts() language plpgsql as $$begin perform nextval('counter'::regclass); end$$;
