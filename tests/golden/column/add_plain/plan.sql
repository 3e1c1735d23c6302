-- Plan for golden (PostgreSQL 15.20): 9 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.empty.b
ALTER TABLE public.empty ADD COLUMN b uuid DEFAULT gen_random_uuid();

-- + column public.empty.c
ALTER TABLE public.empty ADD COLUMN c bigint GENERATED ALWAYS AS IDENTITY NOT NULL;

-- + column public.t.nullable
ALTER TABLE public.t ADD COLUMN nullable text;

-- + column public.t.nullable_long
ALTER TABLE public.t ADD COLUMN nullable_long text;
COMMENT ON COLUMN public.t.nullable_long IS 'what it means';

-- + column public.t.constant
ALTER TABLE public.t ADD COLUMN constant text DEFAULT 'x' NOT NULL;

-- + column public.t.array_
ALTER TABLE public.t ADD COLUMN array_ integer[] DEFAULT '{}' NOT NULL;

-- + column public.t.object
ALTER TABLE public.t ADD COLUMN object jsonb DEFAULT '{}' NOT NULL;

-- + column public.t.stable
ALTER TABLE public.t ADD COLUMN stable timestamptz DEFAULT now() NOT NULL;

-- + column public.t.narrow
ALTER TABLE public.t ADD COLUMN narrow numeric(4,1) DEFAULT 1.5;

-- Breaking

-- + column public.empty.a
--   breaks-clients: clients that leave the column out fail
ALTER TABLE public.empty ADD COLUMN a integer NOT NULL;

COMMIT;
