-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.empty.given
ALTER TABLE public.empty ADD COLUMN given integer DEFAULT 0 NOT NULL;

-- + column public.empty.numbered
ALTER TABLE public.empty ADD COLUMN numbered bigint GENERATED ALWAYS AS IDENTITY NOT NULL;

-- + column public.empty.by_domain
ALTER TABLE public.empty ADD COLUMN by_domain filled_in NOT NULL;

-- + column public.filled.given
ALTER TABLE public.filled ADD COLUMN given integer DEFAULT 0 NOT NULL;

-- Breaking

-- - column public.anew.x
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.anew DROP COLUMN x;

-- - column public.anew.y
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.anew DROP COLUMN y;

-- + column public.anew.x
ALTER TABLE public.anew ADD COLUMN x jsonb NOT NULL;

-- + column public.anew.y
--   breaks-clients: clients that leave the column out fail
ALTER TABLE public.anew ADD COLUMN y jsonb NOT NULL;

-- + column public.empty.demanded
--   breaks-clients: clients that leave the column out fail
ALTER TABLE public.empty ADD COLUMN demanded integer NOT NULL;

-- + column public.filled.computed
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.filled ADD COLUMN computed integer GENERATED ALWAYS AS (id) STORED NOT NULL;

COMMIT;
