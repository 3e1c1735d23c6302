-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + index public.t.t_f
CREATE INDEX t_f ON public.t (f);

-- + view public.given
CREATE VIEW public.given AS
with f (b) as (select 1) select b from f;

-- + view public.labelled
CREATE VIEW public.labelled AS
select x from f f (x);

-- + view public.query_labelled
CREATE VIEW public.query_labelled AS
select * from (select 1) f (z);

-- + view public.within
CREATE VIEW public.within AS
select q.a from (with c (a) as (select 1) select a from c) q;

-- Breaking

-- → function public.f(text) → function public.g(text)
--   breaks-clients: clients that use the old name fail
ALTER FUNCTION public.f(text) RENAME TO g;

-- + view public.calls
CREATE VIEW public.calls AS
select g(a) as b, f from t;

COMMIT;
