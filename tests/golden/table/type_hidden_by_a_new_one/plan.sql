-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = s2, public;

-- Additive

BEGIN;

-- + enum s2.e
CREATE TYPE s2.e AS ENUM ('a', 'b');

-- + column s2.t.i
ALTER TABLE s2.t ADD COLUMN i e;

-- Breaking

-- - check s2.u.u_a_check1
--   because function s2.len(text) is dropped
--   breaks-clients: rows that it refused can come in
ALTER TABLE s2.u DROP CONSTRAINT u_a_check1;

-- + attribute s2."both".z
--   breaks-clients: clients that write a row of the type without it fail
ALTER TYPE s2."both" ADD ATTRIBUTE z e;

-- ~ column s2.t.g
--   rewrites-table: g to public.g: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: g to public.g
ALTER TABLE s2.t ALTER COLUMN g TYPE public.g USING g::text::public.g;

-- - function s2.len(text)
--   breaks-clients: clients that call it fail
DROP FUNCTION s2.len(text);

-- + check s2.u.u_a_check1
--   because function s2.len(text) is dropped
ALTER TABLE s2.u ADD CONSTRAINT u_a_check1 CHECK (public.len(a) > 0);

-- - enum s2.g
--   breaks-clients: clients that use the type fail
DROP TYPE s2.g;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE s2.t;
