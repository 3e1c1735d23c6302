create schema w;
alter schema w owner to pg_monitor;
grant usage on schema w to public;
comment on schema w is 'theirs';
