-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + index public.faqs.faqs_all
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX faqs_all ON public.faqs USING gin (to_tsvector('simple', coalesce(question ->> 'en', '') || ' ' || coalesce(answer, '')));

-- + index public.faqs.faqs_fuzzy
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX faqs_fuzzy ON public.faqs USING gin ((question ->> 'en') gin_trgm_ops);

-- + index public.faqs.faqs_json
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX faqs_json ON public.faqs USING gin (question jsonb_path_ops);

-- + index public.faqs.faqs_json_part
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX faqs_json_part ON public.faqs USING gin ((question -> 'en'));

-- + index public.faqs.faqs_question_en
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX faqs_question_en ON public.faqs USING gin (to_tsvector('english', question ->> 'en'));

-- + index public.faqs.faqs_weighted
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX faqs_weighted ON public.faqs USING gin ((setweight(to_tsvector('english', coalesce(answer, '')), 'A') || setweight(to_tsvector('english', question ->> 'ar'), 'B')));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.faqs;
