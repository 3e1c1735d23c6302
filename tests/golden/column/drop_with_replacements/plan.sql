-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.v
--   because column public.t.a is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - index public.t.t_b_a
--   because column public.t.a is dropped
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_b_a;

-- - check public.t.positive
--   because column public.t.a is dropped
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.t DROP CONSTRAINT positive;

-- - unique public.t.a_b
--   breaks-clients: duplicates can come in; ON CONFLICT loses its key
ALTER TABLE public.t DROP CONSTRAINT a_b;

-- + unique public.t.a_b
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT a_b UNIQUE (b);

-- + check public.t.positive
--   because column public.t.a is dropped
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT positive CHECK (b > 0);

-- + index public.t.t_b_a
--   because column public.t.a is dropped
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_b_a ON public.t (b);

-- + view public.v
--   because column public.t.a is dropped
CREATE VIEW public.v AS
select id, b from t;

-- - column public.t.a
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN a;

COMMIT;
