-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.t
ALTER TABLE public.t SET (fillfactor=70, autovacuum_vacuum_scale_factor=0.01, parallel_workers=4, user_catalog_table=true, toast.autovacuum_vacuum_threshold=200, toast.autovacuum_enabled=false);
ALTER TABLE public.t RESET (toast.vacuum_truncate);

COMMIT;
