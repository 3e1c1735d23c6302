-- Plan for golden (PostgreSQL 15.20): 7 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = app, public;

-- Additive

BEGIN;

-- + enum app.mood
CREATE TYPE app.mood AS ENUM ('a', 'b');

-- + function app.f(integer)
CREATE FUNCTION app.f(integer) RETURNS integer LANGUAGE sql IMMUTABLE
AS $$select $1+2$$;

-- + sequence app.sq
CREATE SEQUENCE app.sq;

-- + table app.ref
CREATE TABLE app.ref (
  id integer NOT NULL,
  CONSTRAINT ref_pkey PRIMARY KEY (id)
);

-- ~ function app.fb(integer)
CREATE OR REPLACE FUNCTION app.fb(integer) RETURNS integer LANGUAGE sql
begin atomic select f($1) + id from ref; end;

-- ~ column app.t.f
ALTER TABLE app.t ALTER COLUMN f SET DEFAULT f(1);

-- ~ column app.t.s
ALTER TABLE app.t ALTER COLUMN s SET DEFAULT nextval('sq');

-- Breaking

-- - view app.v
--   breaks-clients: clients that use the view fail
DROP VIEW app.v;

-- - foreign key app.t.t_r_fkey
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE app.t DROP CONSTRAINT t_r_fkey;

-- - check app.t.t_id_check
--   breaks-clients: rows that it refused can come in
ALTER TABLE app.t DROP CONSTRAINT t_id_check;

-- ~ column app.t.m
--   rewrites-table: public.mood to mood: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: public.mood to mood
ALTER TABLE app.t ALTER COLUMN m DROP DEFAULT, ALTER COLUMN m TYPE mood USING m::text::mood, ALTER COLUMN m SET DEFAULT 'a';

-- + check app.t.t_id_check
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE app.t ADD CONSTRAINT t_id_check CHECK (f(id) > 0);

-- + foreign key app.t.t_r_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE app.t ADD CONSTRAINT t_r_fkey FOREIGN KEY (r) REFERENCES app.ref (id);

-- + view app.v
CREATE VIEW app.v AS
select id, f(id) as f2 from t join ref using (id);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE app.t;
