-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + index public.t.t_expr_expr1_expr2_idx
CREATE INDEX t_expr_expr1_expr2_idx ON public.t ((b::varchar(3)), coalesce(b, 'x'), (case when a > 0 then a end));

-- - index public.t.t_b_coalesce_case_idx
DROP INDEX public.t_b_coalesce_case_idx;

COMMIT;
