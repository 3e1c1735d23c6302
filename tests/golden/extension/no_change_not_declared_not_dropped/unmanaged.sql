create extension hstore;
create extension pg_trgm version '1.5';
