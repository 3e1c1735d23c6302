-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.u
CREATE TABLE public.u (
  id integer NOT NULL,
  name text,
  CONSTRAINT u_pkey PRIMARY KEY (id)
);

-- + view public.a_new_one
CREATE VIEW public.a_new_one AS
select u.id, u.name, count(*) as n from u group by u.id;

-- Breaking

-- - view public.totals
--   because primary key public.t.t_pkey is replaced
--   breaks-clients: clients that use the view fail
DROP VIEW public.totals;

-- - primary key public.t.t_pkey
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- + primary key public.t.t_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (n);

-- + view public.totals
--   because primary key public.t.t_pkey is replaced
CREATE VIEW public.totals AS
select t.id, t.name, sum(s.x) as x from t join s on s.t_id = t.id group by t.id;

COMMIT;
