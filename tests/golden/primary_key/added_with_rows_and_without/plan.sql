-- Plan for golden (PostgreSQL 15.20): 1 additive step, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + primary key public.plans.plans_pkey
ALTER TABLE public.plans ADD CONSTRAINT plans_pkey PRIMARY KEY (id);

-- Breaking

-- ~ column public.drafts.code
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.drafts ALTER COLUMN code SET NOT NULL;

-- + primary key public.drafts.drafts_by_code
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.drafts ADD CONSTRAINT drafts_by_code PRIMARY KEY (code) WITH (fillfactor=80);

-- + primary key public.visits.visits_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.visits ADD CONSTRAINT visits_pkey PRIMARY KEY (id);

COMMIT;
