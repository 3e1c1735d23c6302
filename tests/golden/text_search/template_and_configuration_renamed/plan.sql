-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → text search template public.old_template → text search template public.new_template
--   breaks-clients: clients that use the old name fail
ALTER TEXT SEARCH TEMPLATE public.old_template RENAME TO new_template;

-- → text search dictionary public.old_dictionary → text search dictionary public.new_dictionary
--   breaks-clients: clients that use the old name fail
ALTER TEXT SEARCH DICTIONARY public.old_dictionary RENAME TO new_dictionary;

-- → text search configuration public.old_words → text search configuration public.new_words
--   breaks-clients: clients that use the old name fail
ALTER TEXT SEARCH CONFIGURATION public.old_words RENAME TO new_words;

COMMIT;
