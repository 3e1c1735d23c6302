-- The order of settings and of storage parameters tells nothing, but pg_dump shows it: what is created keeps it.
create schema app;
create function f() returns int language sql set work_mem = '8MB' set search_path = app, pg_temp as 'select 1';
create table t (id int) with (fillfactor = 70, autovacuum_enabled = false);
