-- Plan for golden (PostgreSQL 15.20): 1 additive step, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + text search parser public.words
CREATE TEXT SEARCH PARSER public.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER public.words IS 'of words';

SET search_path = app, public;

-- Breaking

-- → text search parser public.before → text search parser app.moved
--   breaks-clients: clients that use the old schema fail
--   breaks-clients: clients that use the old name fail
ALTER TEXT SEARCH PARSER public.before SET SCHEMA app;
ALTER TEXT SEARCH PARSER app.before RENAME TO moved;

SET search_path = public;

-- - text search template public.t
--   breaks-clients: clients that use the template fail
DROP TEXT SEARCH TEMPLATE public.t;

-- + text search template public.t
CREATE TEXT SEARCH TEMPLATE public.t (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- + text search dictionary public.d
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = t, accept = 'true');

-- + text search configuration public.c
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = words);
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.d;

-- - text search parser public.gone
--   breaks-clients: clients that use the parser fail
DROP TEXT SEARCH PARSER public.gone;

COMMIT;
