-- Plan for golden (PostgreSQL 15.20): 8 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + materialized view public.described
CREATE MATERIALIZED VIEW public.described AS
select id, b from t;

-- + materialized view public.named
CREATE MATERIALIZED VIEW public.named (a, last) WITH (fillfactor=80, toast.autovacuum_enabled=false) AS
select a, max(b) from t group by 1
WITH NO DATA;
COMMENT ON MATERIALIZED VIEW public.named IS 'the last of each';

-- + index public.named.named_a
CREATE UNIQUE INDEX named_a ON public.named (a);

-- + index public.named.named_last
CREATE INDEX named_last ON public.named (lower(last));
ALTER INDEX public.named_last ALTER COLUMN 1 SET STATISTICS 200;
COMMENT ON INDEX public.named_last IS 'for searching';

-- + materialized view public.totals
CREATE MATERIALIZED VIEW public.totals AS
select a, count(*) as n from t group by a;

-- + view public.over
CREATE VIEW public.over AS
select n from totals where a > 0;

-- + view column public.described.b
ALTER MATERIALIZED VIEW public.described ALTER COLUMN b SET STORAGE external;
ALTER MATERIALIZED VIEW public.described ALTER COLUMN b SET STATISTICS 300;
COMMENT ON COLUMN public.described.b IS 'its name';

-- + comment on view column public.described.id
COMMENT ON COLUMN public.described.id IS 'its number';

COMMIT;
