-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.c
CREATE TABLE public.c (
  y integer,
  z integer,
  w integer
);
CREATE INDEX i3 ON public.c (y);
COMMENT ON TABLE public.c IS 'was b';

-- + column public.b.id
ALTER TABLE public.b ADD COLUMN id integer;

-- ~ comment on table public.b
COMMENT ON TABLE public.b IS 'was a';

-- - index public.b.i1
DROP INDEX public.i1;

-- - index public.b.i2
DROP INDEX public.i2;

-- + index public.c.i2
CREATE INDEX i2 ON public.c (z);

-- Breaking

-- - column public.b.x
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.b DROP COLUMN x;

-- - column public.b.y
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.b DROP COLUMN y;

-- - column public.b.z
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.b DROP COLUMN z;

-- - table public.a
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.a;

COMMIT;

-- column public.b.x goes and column public.b.id comes, alike: if it is a rename, say `renamed_from: x`
-- column public.b.y goes and column public.b.id comes, alike: if it is a rename, say `renamed_from: y`
-- column public.b.z goes and column public.b.id comes, alike: if it is a rename, say `renamed_from: z`
