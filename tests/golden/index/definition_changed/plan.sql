-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 34 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.t.t01_columns
--   breaks-clients: queries that use it become slow
DROP INDEX public.t01_columns;

-- - index public.t.t02_order
--   breaks-clients: queries that use it become slow
DROP INDEX public.t02_order;

-- - index public.t.t03_direction
--   breaks-clients: queries that use it become slow
DROP INDEX public.t03_direction;

-- - index public.t.t04_nulls
--   breaks-clients: queries that use it become slow
DROP INDEX public.t04_nulls;

-- - index public.t.t05_collation
--   breaks-clients: queries that use it become slow
DROP INDEX public.t05_collation;

-- - index public.t.t06_opclass
--   breaks-clients: queries that use it become slow
DROP INDEX public.t06_opclass;

-- - index public.t.t07_include
--   breaks-clients: queries that use it become slow
DROP INDEX public.t07_include;

-- - index public.t.t08_where
--   breaks-clients: queries that use it become slow
DROP INDEX public.t08_where;

-- - index public.t.t09_no_where
--   breaks-clients: queries that use it become slow
DROP INDEX public.t09_no_where;

-- - index public.t.t10_expression
--   breaks-clients: queries that use it become slow
DROP INDEX public.t10_expression;

-- - index public.t.t11_jsonb
--   breaks-clients: queries that use it become slow
DROP INDEX public.t11_jsonb;

-- - index public.t.t12_siglen
--   breaks-clients: queries that use it become slow
DROP INDEX public.t12_siglen;

-- - index public.t.t13_method
--   breaks-clients: queries that use it become slow
DROP INDEX public.t13_method;

-- - index public.t.t14_nulls
--   breaks-clients: duplicates can come in; queries that use it become slow
DROP INDEX public.t14_nulls;

-- - index public.t.t15_config
--   breaks-clients: queries that use it become slow
DROP INDEX public.t15_config;

-- - index public.t.t16_column_to_expression
--   breaks-clients: queries that use it become slow
DROP INDEX public.t16_column_to_expression;

-- - index public.t.t17_brin
--   breaks-clients: queries that use it become slow
DROP INDEX public.t17_brin;

-- + index public.t.t01_columns
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t01_columns ON public.t (a, d);

-- + index public.t.t02_order
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t02_order ON public.t (b, a);

-- + index public.t.t03_direction
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t03_direction ON public.t (a desc);

-- + index public.t.t04_nulls
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t04_nulls ON public.t (a desc nulls last);

-- + index public.t.t05_collation
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t05_collation ON public.t (b collate "C");

-- + index public.t.t06_opclass
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t06_opclass ON public.t (b text_pattern_ops);

-- + index public.t.t07_include
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t07_include ON public.t (a) INCLUDE (b);

-- + index public.t.t08_where
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t08_where ON public.t (a) WHERE b <> 'y';

-- + index public.t.t09_no_where
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t09_no_where ON public.t (a);

-- + index public.t.t10_expression
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t10_expression ON public.t (upper(b));

-- + index public.t.t11_jsonb
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t11_jsonb ON public.t USING gin (c jsonb_path_ops);

-- + index public.t.t12_siglen
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t12_siglen ON public.t USING gist (b gist_trgm_ops (siglen = 64));

-- + index public.t.t13_method
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t13_method ON public.t USING hash (a);

-- + index public.t.t14_nulls
--   blocks-writes: writes to the table wait while the index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
CREATE UNIQUE INDEX t14_nulls ON public.t (a, b) NULLS NOT DISTINCT;

-- + index public.t.t15_config
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t15_config ON public.t USING gin (to_tsvector('simple', b));

-- + index public.t.t16_column_to_expression
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t16_column_to_expression ON public.t (lower(b));

-- + index public.t.t17_brin
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t17_brin ON public.t USING brin (d timestamptz_minmax_multi_ops (values_per_range = 32));

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
