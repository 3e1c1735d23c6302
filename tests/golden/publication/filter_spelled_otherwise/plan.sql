-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ published table public.orders.p
--   breaks-clients: subscribers get other rows or columns of it
ALTER PUBLICATION p DROP TABLE ONLY public.orders;
ALTER PUBLICATION p ADD TABLE ONLY public.orders WHERE (((total > (0)::numeric) AND (note = ANY (ARRAY['a'::text, 'b'::text])) AND ((id < 3) OR (id > 4))));

COMMIT;
