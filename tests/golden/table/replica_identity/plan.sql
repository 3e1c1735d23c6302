-- Plan for golden (PostgreSQL 15.20): 1 additive step, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.becomes_index

-- Breaking

-- ~ table public.becomes_default
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.becomes_default REPLICA IDENTITY default;

-- ~ table public.becomes_full
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.becomes_full REPLICA IDENTITY full;

-- ~ table public.becomes_nothing
--   breaks-clients: UPDATE and DELETE fail where a publication has them: there is no replica identity (by default the primary key)
ALTER TABLE public.becomes_nothing REPLICA IDENTITY nothing;

-- ~ table public.no_longer_index
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.no_longer_index REPLICA IDENTITY full;

-- ~ index public.becomes_index.becomes_index_id
--   breaks-clients: subscribers of logical replication see other key columns
ALTER TABLE public.becomes_index REPLICA IDENTITY USING INDEX becomes_index_id;

-- ~ index public.no_longer_index.no_longer_index_id

COMMIT;
