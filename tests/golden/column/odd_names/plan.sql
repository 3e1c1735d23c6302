-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + column public.t."user"
ALTER TABLE public.t ADD COLUMN "user" text COLLATE "C";

-- + column public.t.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk
ALTER TABLE public.t ADD COLUMN abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk integer;
ALTER TABLE public.t ALTER COLUMN abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk SET STORAGE plain;

-- + column public.t."Größe in m²"
ALTER TABLE public.t ADD COLUMN "Größe in m²" numeric;

-- Breaking

-- → column public.t."old; ""name""" → column public.t."new.""name"";"
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN "old; ""name""" TO "new.""name"";";

-- ~ column public.t."new.""name"";"
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN "new.""name"";" TYPE bigint, ALTER COLUMN "new.""name"";" SET DEFAULT 7;

-- ~ column public.t."Type"
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN "Type" TYPE bigint;

-- ~ column public.t."select"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.t ALTER COLUMN "select" SET DEFAULT E'\'; drop table t; --'
;
ALTER TABLE public.t ALTER COLUMN "select" SET NOT NULL;
ALTER TABLE public.t ALTER COLUMN "select" SET STATISTICS 10;

-- + check public.t."t_Größe in m²_check"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.t ADD CONSTRAINT "t_Größe in m²_check" CHECK ("Größe in m²" > 0);

-- + comment on column public.t."new.""name"";"
COMMENT ON COLUMN public.t."new.""name"";" IS '''; drop table t; --'
;

-- - column public.t."gone'--"
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN "gone'--"
;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;

-- likely rename: column public.t."gone'--" goes and column public.t.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk comes, alike: if it is a rename, say `renamed_from: 'gone''--'`
