-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → check public.sold.ck_1 → check public.sold.price_positive
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.sold RENAME CONSTRAINT ck_1 TO price_positive;

-- + comment on check public.sold.price_positive
COMMENT ON CONSTRAINT price_positive ON public.sold IS 'no gifts';

COMMIT;
