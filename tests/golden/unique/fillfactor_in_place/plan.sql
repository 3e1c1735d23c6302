-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ unique public.words.words_v
ALTER INDEX public.words_v SET (fillfactor=75, deduplicate_items=off);

-- ~ unique public.words.words_w
ALTER INDEX public.words_w RESET (fillfactor);

COMMIT;
