-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.parcels.state
--   rewrites-table: other_state to state: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: other_state to state
ALTER TABLE public.parcels ALTER COLUMN state DROP DEFAULT, ALTER COLUMN state TYPE state USING state::text::state, ALTER COLUMN state SET DEFAULT 'sent'::state;

-- ~ column public.t.a
--   rewrites-table: text to state: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to state
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE state USING a::state, ALTER COLUMN a SET DEFAULT 'new'::state;

-- ~ column public.t.b
--   rewrites-table: state to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: state to text
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE text, ALTER COLUMN b SET DEFAULT 'new'::text;

-- ~ column public.t.c
--   rewrites-table: text[] to state[]: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text[] to state[]
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT, ALTER COLUMN c TYPE state[] USING c::state[], ALTER COLUMN c SET DEFAULT '{new}'::state[];

-- ~ column public.t.d
--   rewrites-table: state[] to text[]: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: state[] to text[]
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT, ALTER COLUMN d TYPE text[], ALTER COLUMN d SET DEFAULT '{new}'::text[];

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.parcels;
ANALYZE public.t;
