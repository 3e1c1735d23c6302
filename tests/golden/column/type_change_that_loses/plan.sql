-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.direct
--   destroys-data: numeric(10,4) to numeric(10,2): what the new type has no room for is rounded or cut off without an error
--   rewrites-table: numeric(10,4) to numeric(10,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: numeric(10,4) to numeric(10,2)
ALTER TABLE public.t ALTER COLUMN direct TYPE numeric(10,2);

-- ~ column public.t.from_domain
--   destroys-data: price to numeric(10,2): what the new type has no room for is rounded or cut off without an error
--   rewrites-table: price to numeric(10,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: price to numeric(10,2)
ALTER TABLE public.t ALTER COLUMN from_domain TYPE numeric(10,2);

-- ~ column public.t.to_domain
--   destroys-data: numeric(10,4) to coarse: what the new type has no room for is rounded or cut off without an error
--   rewrites-table: numeric(10,4) to coarse: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: numeric(10,4) to coarse
ALTER TABLE public.t ALTER COLUMN to_domain TYPE coarse;

-- ~ column public.t.many
--   destroys-data: numeric(10,4)[] to numeric(10,2)[]: what the new type has no room for is rounded or cut off without an error
--   rewrites-table: numeric(10,4)[] to numeric(10,2)[]: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: numeric(10,4)[] to numeric(10,2)[]
ALTER TABLE public.t ALTER COLUMN many TYPE numeric(10,2)[];

-- ~ column public.t.day
--   destroys-data: timestamptz to date: what the new type has no room for is rounded or cut off without an error
--   rewrites-table: timestamptz to date: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: timestamptz to date; values are read in the time zone of the session that does it (TimeZone)
ALTER TABLE public.t ALTER COLUMN day TYPE date;

-- ~ column public.t.wider
--   rewrites-table: numeric(10,2) to numeric(12,4): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: numeric(10,2) to numeric(12,4)
ALTER TABLE public.t ALTER COLUMN wider TYPE numeric(12,4);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
