-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ index public.t.t_at
ALTER INDEX public.t_at RESET (autosummarize);

-- ~ index public.t.t_id
ALTER INDEX public.t_id SET (fillfactor=70, deduplicate_items=off);

-- ~ index public.t.t_p
ALTER INDEX public.t_p SET (fillfactor=80);
ALTER INDEX public.t_p RESET (buffering);

-- ~ index public.t.t_tags
ALTER INDEX public.t_tags SET (fastupdate=off, gin_pending_list_limit=512);

COMMIT;
