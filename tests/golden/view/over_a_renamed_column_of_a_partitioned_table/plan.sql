-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.s.truck → column public.s.plate
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.s RENAME COLUMN truck TO plate;

-- ~ view public.o
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.o AS
SELECT s.id,
    s.plate AS truck,
    s.n
   FROM s;

-- ~ policy public.s.p
ALTER POLICY p ON public.s USING (((plate IS NULL) OR (n = 1)));

COMMIT;
