-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.phone(t)
CREATE FUNCTION public.phone(t) RETURNS text LANGUAGE sql IMMUTABLE
AS $$select '2'$$;

-- + column public.t.note
ALTER TABLE public.t ADD COLUMN note text DEFAULT 'status of the email';

-- Breaking

-- + index public.t.by_email
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_email ON public.t (kind) WHERE kind = 'email';

-- - column public.t.email
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN email;

-- - column public.t.phone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN phone;

-- + index public.t.by_phone
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_phone ON public.t (phone(t.*));

-- + view public.v
CREATE VIEW public.v AS
select t.phone from t;

-- - function public.status(t)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.status(t);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;

-- likely rename: column public.t.email goes and column public.t.note comes, alike: if it is a rename, say `renamed_from: email`
-- likely rename: column public.t.phone goes and column public.t.note comes, alike: if it is a rename, say `renamed_from: phone`
