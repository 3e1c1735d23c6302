-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.dear
--   because view public.prices is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.dear;

-- - view public.prices
--   because the type of column public.t.price changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.prices;

-- - index public.t.t_dear
--   because the type of column public.t.price changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_dear;

-- - index public.t.t_round
--   because the type of column public.t.price changes
--   breaks-clients: queries that use it become slow
DROP INDEX public.t_round;

-- - column public.t.net
--   because the type of column public.t.price changes
--   breaks-clients: clients that use the column fail
ALTER TABLE public.t DROP COLUMN net;

-- ~ column public.t.price
--   rewrites-table: numeric(8,2) to numeric(10,3): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: numeric(8,2) to numeric(10,3)
ALTER TABLE public.t ALTER COLUMN price DROP DEFAULT, ALTER COLUMN price TYPE numeric(10,3), ALTER COLUMN price SET DEFAULT 0;

-- + column public.t.net
--   because the type of column public.t.price changes
--   rewrites-table: a stored generated column is computed for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.t ADD COLUMN net numeric GENERATED ALWAYS AS (price / 1.05) STORED;
COMMENT ON COLUMN public.t.net IS 'before tax';

-- + index public.t.t_dear
--   because the type of column public.t.price changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_dear ON public.t (id) WHERE price > 1000;
COMMENT ON INDEX public.t_dear IS 'few';

-- + index public.t.t_round
--   because the type of column public.t.price changes
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX t_round ON public.t (round(price));

-- + view public.prices
--   because the type of column public.t.price changes
CREATE VIEW public.prices AS
select id, price from t;

-- + view public.dear
--   because view public.prices is replaced
CREATE VIEW public.dear AS
select id from prices where price > 1000;
COMMENT ON VIEW public.dear IS 'above a thousand';

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
