create schema ext;
create extension hstore schema ext version '1.7';
create extension pg_trgm version '1.5';
create table t (tags ext.hstore default 'a=>1'::ext.hstore, s text);
create index on t using gin (s gin_trgm_ops);
