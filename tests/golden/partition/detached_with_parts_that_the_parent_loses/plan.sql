-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ table public.p1
--   breaks-clients: clients of public.p no longer find its rows
ALTER TABLE public.p DETACH PARTITION public.p1;

-- + column public.p.c
ALTER TABLE public.p ADD COLUMN c integer;

-- + foreign key public.p.p_c_fkey
ALTER TABLE public.p ADD CONSTRAINT p_c_fkey FOREIGN KEY (c) REFERENCES public.r (id);

-- - trigger public.p.tr
--   breaks-clients: what it did at each change is not done any more
DROP TRIGGER tr ON public.p;

-- - foreign key public.p.fk
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.p DROP CONSTRAINT fk;

-- - index public.p.ib
DROP INDEX public.ib;

-- - check public.p.ck
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.p DROP CONSTRAINT ck;

-- - primary key public.p.p_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.p DROP CONSTRAINT p_pkey;

COMMIT;
