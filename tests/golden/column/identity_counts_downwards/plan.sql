-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.id
--   destroys-data: it starts anew between its new bounds: how far it has counted is lost
ALTER TABLE public.t ALTER COLUMN id SET INCREMENT BY -1 SET NO MINVALUE SET NO MAXVALUE SET START WITH -1 RESTART;

-- ~ column public.u.id
--   destroys-data: it starts anew between its new bounds: how far it has counted is lost
ALTER TABLE public.u ALTER COLUMN id SET INCREMENT BY 1 SET NO MINVALUE SET NO MAXVALUE SET START WITH 1 RESTART;

COMMIT;
