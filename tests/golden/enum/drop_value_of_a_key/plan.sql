-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.texts.texts_lang_fkey
--   because the type of column public.texts.lang changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.texts DROP CONSTRAINT texts_lang_fkey;

-- ~ enum public.lang
--   rewrites-table: every row and every index of the table is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a row with a removed value makes it fail
--   breaks-clients: clients that write a removed value fail
ALTER TYPE public.lang RENAME TO lang_plumb_old;
CREATE TYPE public.lang AS ENUM ('en', 'ar');
ALTER TABLE public.langs ALTER COLUMN lang TYPE public.lang USING lang::text::public.lang;
ALTER TABLE public.texts ALTER COLUMN lang TYPE public.lang USING lang::text::public.lang;
DROP TYPE public.lang_plumb_old;

-- + foreign key public.texts.texts_lang_fkey
--   because the type of column public.texts.lang changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.texts ADD CONSTRAINT texts_lang_fkey FOREIGN KEY (lang) REFERENCES public.langs (lang);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.langs;
ANALYZE public.texts;
