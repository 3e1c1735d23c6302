-- Plan for golden (PostgreSQL 15.20): 1 additive step, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + index public.drafts.drafts_name
CREATE UNIQUE INDEX drafts_name ON public.drafts (name desc) INCLUDE (email) WHERE name <> '';
COMMENT ON INDEX public.drafts_name IS 'no two alike';

-- Breaking

-- + index public.users.users_email
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX users_email ON public.users (email) WHERE gone is not true;

-- + index public.users.users_full
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_full ON public.users (score) WITH (fillfactor=60, deduplicate_items=off);

-- + index public.users.users_live
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_live ON public.users (score) INCLUDE (name, email) WHERE not gone;

-- + index public.users.users_lower
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_lower ON public.users (lower(email), (score + 1), (seen is null));

-- + index public.users.users_name
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_name ON public.users (name);

-- + index public.users.users_name_c
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_name_c ON public.users (name collate "C" text_pattern_ops, email collate "C");

-- + index public.users.users_name_pattern
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_name_pattern ON public.users (name varchar_pattern_ops);

-- + index public.users.users_one
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX users_one ON public.users (name, score) NULLS NOT DISTINCT;

-- + index public.users.users_seen
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_seen ON public.users (seen desc, score desc nulls last, id nulls first);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.users;
