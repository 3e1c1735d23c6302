-- Plan for golden (PostgreSQL 15.20): 8 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + view public.new
CREATE VIEW public.new AS
select id as "Odd Nr.", b from t;

-- + view column public.new.b
ALTER VIEW public.new ALTER COLUMN b SET DEFAULT 'none';

-- ~ view column public.v.a
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 2;

-- + view column public.v.id
ALTER VIEW public.v ALTER COLUMN id SET DEFAULT 0;

-- + comment on view column public.new."Odd Nr."
COMMENT ON COLUMN public.new."Odd Nr." IS 'it''s';

-- + comment on view column public.v.a
COMMENT ON COLUMN public.v.a IS 'new';

-- ~ comment on view column public.v.id
COMMENT ON COLUMN public.v.id IS 'after';

-- - comment on view column public.v.b
COMMENT ON COLUMN public.v.b IS NULL;

-- Breaking

-- - view column public.v.b
--   breaks-clients: clients that leave the column out write what the table has as default
ALTER VIEW public.v ALTER COLUMN b DROP DEFAULT;

COMMIT;
