-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.first
CREATE TABLE public.first (
  id integer
);

-- + table public.second
CREATE TABLE public.second (
  id integer
);

-- + column public.p.name
ALTER TABLE public.p ADD COLUMN name text;

-- Breaking

-- + index public.p.p_kept_idx
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX p_kept_idx ON public.p (kept);

-- - index public.p.p_kept
--   breaks-clients: queries that use it become slow
DROP INDEX public.p_kept;

-- - column public.p.full_name
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.p DROP COLUMN full_name;

COMMIT;

-- likely rename: index public.p.p_kept goes and index public.p.p_kept_idx comes, alike: if it is a rename, say `renamed_from: p_kept`
-- likely rename: column public.p.full_name goes and column public.p.name comes, alike: if it is a rename, say `renamed_from: full_name`
-- hint: table public.first comes new: public.firts, which its renamed_from names, is not there; leave that out, or mend the name
-- hint: column public.p.name comes new: public.p.fullname, which its renamed_from names, is not there; leave that out, or mend the name
-- hint: index public.p.p_kept_idx comes new: public.p.p_keep, which its renamed_from names, is not there; leave that out, or mend the name
