-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + comment on column public.t.a
COMMENT ON COLUMN public.t.a IS E'it''s "quoted"; drop table t; -- $$ \\ /* */'
;

-- + comment on column public.t.d
COMMENT ON COLUMN public.t.d IS 'a first line

a last one, with an end of line
';

-- + comment on column public.t.e
COMMENT ON COLUMN public.t.e IS 'Ägypten — مصر — 🐪';

-- + comment on column public.t.f
COMMENT ON COLUMN public.t.f IS E'back\\slash \\n';

-- - comment on column public.t.c
COMMENT ON COLUMN public.t.c IS NULL;

COMMIT;
