-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ column public.t.name
ALTER TABLE public.t ALTER COLUMN name SET DEFAULT 'x';

-- + primary key public.u.u_pkey
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);

-- + view public.v
CREATE VIEW public.v AS
select id, name from t;

-- + materialized view public.m
CREATE MATERIALIZED VIEW public.m AS
select count(*) as n from u where id > 0;

-- Breaking

-- ~ column public.t.id
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- ~ column public.t.kind
--   rewrites-table: text to varchar(20): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to varchar(20)
ALTER TABLE public.t ALTER COLUMN kind TYPE varchar(20);

-- + primary key public.t.t_pkey
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- + view public.grouped
CREATE VIEW public.grouped AS
select id, name from t group by id;

-- + view public.retyped
CREATE VIEW public.retyped AS
select id, kind from t;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
