-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 6 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - view public.over_it
--   because table public.became_view is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.over_it;

-- - view public.became_table
--   breaks-clients: clients that use the view fail
DROP VIEW public.became_table;

-- + table public.became_table
CREATE TABLE public.became_table (
  id integer NOT NULL,
  a text,
  CONSTRAINT became_table_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE public.became_table IS 'a table';

-- - table public.became_view
--   destroys-data: every row of the table is lost
--   breaks-clients: clients that use the table fail
DROP TABLE public.became_view;

-- + view public.became_view
CREATE VIEW public.became_view AS
select id, a from source;
COMMENT ON VIEW public.became_view IS 'a view';

-- + view public.over_it
--   because table public.became_view is dropped
CREATE VIEW public.over_it AS
select id from became_view;

COMMIT;

-- likely rename: table public.became_view goes and table public.became_table comes, alike: if it is a rename, say `renamed_from: became_view`
