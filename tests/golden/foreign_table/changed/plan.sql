-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 12 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ foreign table public.t_2020
ALTER TABLE public.t DETACH PARTITION public.t_2020;
ALTER TABLE public.t ATTACH PARTITION public.t_2020 FOR VALUES FROM ('2020-01-01') TO ('2022-01-01');

-- + column public.t.new
ALTER TABLE public.t ADD COLUMN new text;

-- Breaking

-- → foreign table public.old_name → foreign table public.new_name
--   breaks-clients: clients that use the old name fail
ALTER FOREIGN TABLE public.old_name RENAME TO new_name;

-- - view public.v
--   because foreign table public.moved is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.v;

-- - foreign table public.moved
--   breaks-clients: clients that use the table fail
DROP FOREIGN TABLE public.moved;

-- ~ foreign table public.lines
--   breaks-clients: clients of the table read from elsewhere
ALTER FOREIGN TABLE public.lines OPTIONS (SET filename '/elsewhere', ADD delimiter '|', DROP format);

-- + foreign table public.moved
CREATE FOREIGN TABLE public.moved (
  line text
) SERVER others OPTIONS (filename '/nowhere');

-- ~ column public.lines.line
ALTER TABLE public.lines ALTER COLUMN line OPTIONS (ADD force_null 'true', DROP force_not_null);

-- ~ column public.lines.n
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.lines ALTER COLUMN n DROP DEFAULT, ALTER COLUMN n TYPE bigint, ALTER COLUMN n SET DEFAULT 2;

-- + column public.lines.new
ALTER TABLE public.lines ADD COLUMN new text;

-- ~ column public.t.id
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- + view public.v
--   because foreign table public.moved is replaced
CREATE VIEW public.v AS
select line from moved;

-- - column public.lines.gone
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.lines DROP COLUMN gone;

-- - foreign table public.gone
--   breaks-clients: clients that use the table fail
DROP FOREIGN TABLE public.gone;

COMMIT;
