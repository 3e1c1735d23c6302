-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - cast (other as text)
--   breaks-clients: queries that use the cast fail
DROP CAST (other as text);

-- - cast (pair as integer)
--   breaks-clients: queries that use the cast fail
DROP CAST (pair as integer);

-- - cast (pair as text)
--   breaks-clients: queries that use the cast fail
DROP CAST (pair as text);

-- + table public.others
CREATE TABLE public.others (
  a integer DEFAULT 1 + 1
);

-- + check public.t.known
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT known CHECK (coalesce(c::text, '') <> '3');

-- + view public.asked
CREATE VIEW public.asked AS
select o::text as s from t;

-- + view public.others_only
CREATE VIEW public.others_only AS
select a::bigint as b from others;

-- + view public.texts
CREATE VIEW public.texts AS
select c::text as s from t;

-- - function public.as_number(pair)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.as_number(pair);

-- - function public.as_text(other)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.as_text(other);

-- - function public.as_text(pair)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.as_text(pair);

COMMIT;
