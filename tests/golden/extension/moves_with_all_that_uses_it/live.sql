-- What uses an extension's types, functions and operator classes moves along with it, and stays as it is.
create extension hstore;
create extension pg_trgm;
create schema ext;
create table t (h hstore default 'a=>1', n text, check (exist(h, 'a')));
create index on t using gin (h);
create index by_name on t using gin (n gin_trgm_ops);
create function f(hstore) returns text language sql as 'select $1::text';
create view v as select akeys(h) as keys, show_trgm(n) as grams from t;
insert into t (n) values ('n');
