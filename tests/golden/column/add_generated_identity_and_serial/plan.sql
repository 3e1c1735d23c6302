-- Plan for golden (PostgreSQL 15.20): 1 additive step, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.s_id_seq
CREATE SEQUENCE public.s_id_seq;

-- Breaking

-- + column public.i.id
--   rewrites-table: an identity column is numbered in every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.i ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY (start with 1000) NOT NULL;

-- + column public.s.id
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.s ADD COLUMN id bigint DEFAULT nextval('s_id_seq'::regclass) NOT NULL;

-- ~ sequence public.s_id_seq
ALTER SEQUENCE public.s_id_seq OWNED BY public.s.id;

-- + column public.t.cents
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN cents bigint GENERATED ALWAYS AS (price * 100) STORED;

COMMIT;
