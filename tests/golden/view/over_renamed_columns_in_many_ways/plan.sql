-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → column public.t.title → column public.t.headline
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN title TO headline;

-- ~ view public.nested
--   breaks-clients: clients of the view get what its new query gives
CREATE OR REPLACE VIEW public.nested AS
SELECT s.title,
    ( SELECT max(x.headline) AS max
           FROM t x) AS most,
    (EXISTS ( SELECT x.headline
           FROM t x
          WHERE (x.headline = s.title))) AS e,
    (s.title IN ( SELECT y.headline
           FROM t y)) AS i
   FROM ( SELECT t.headline AS title,
            t.id
           FROM t
        UNION ALL
         SELECT u.title,
            u.id
           FROM u) s;

COMMIT;
