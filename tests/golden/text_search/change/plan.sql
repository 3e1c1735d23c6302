-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - comment on text search dictionary public.other
COMMENT ON TEXT SEARCH DICTIONARY public.other IS NULL;

-- Breaking

-- → text search dictionary public.old_name → text search dictionary public.name
--   breaks-clients: clients that use the old name fail
ALTER TEXT SEARCH DICTIONARY public.old_name RENAME TO name;

-- - text search dictionary public.other
--   breaks-clients: clients that use the dictionary fail
DROP TEXT SEARCH DICTIONARY public.other;

-- ~ text search dictionary public.d
--   breaks-clients: words that were indexed before are not found by their new lexemes until they are indexed anew
ALTER TEXT SEARCH DICTIONARY public.d (stopwords, language = 'german');

-- + text search dictionary public.other
CREATE TEXT SEARCH DICTIONARY public.other (TEMPLATE = simple);

-- ~ text search configuration public.c
--   breaks-clients: words that were indexed before are not found by their new lexemes until they are indexed anew
ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR host;
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword WITH public.d, simple;

COMMIT;
