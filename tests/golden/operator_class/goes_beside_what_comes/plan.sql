-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - operator class public.by_x using btree
--   breaks-clients: what is built by the operator class fails
DROP OPERATOR CLASS public.by_x using btree;

-- + unique public.t.one_pair
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT one_pair UNIQUE (c);

-- + index public.t.by_pair
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX by_pair ON public.t (c);

-- + view public.pairs
CREATE VIEW public.pairs AS
select distinct c from t;

-- + view public.sorted
CREATE VIEW public.sorted AS
select i from t order by c;

-- - operator family public.by_x using btree
--   breaks-clients: what is built by the operator family fails
DROP OPERATOR FAMILY public.by_x using btree;

-- - operator public.<%(pair, pair)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.<%(pair, pair);

-- - operator public.<=%(pair, pair)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.<=%(pair, pair);

-- - operator public.=%(pair, pair)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.=%(pair, pair);

-- - operator public.>%(pair, pair)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.>%(pair, pair);

-- - operator public.>=%(pair, pair)
--   breaks-clients: clients that use the operator fail
DROP OPERATOR public.>=%(pair, pair);

COMMIT;
