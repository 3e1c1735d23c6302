-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.down_to_ten
CREATE SEQUENCE public.down_to_ten INCREMENT BY -2 MINVALUE 10 MAXVALUE 99;

-- + sequence public.downwards
CREATE SEQUENCE public.downwards INCREMENT BY -1;

-- + sequence public.every
CREATE UNLOGGED SEQUENCE public.every AS smallint INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 START WITH 50 CACHE 20 CYCLE;
COMMENT ON SEQUENCE public.every IS 'counts in fives';

-- + sequence public.plain
CREATE SEQUENCE public.plain;

-- + sequence public.short
CREATE SEQUENCE public.short AS integer INCREMENT BY 2 START WITH 7 CACHE 3 CYCLE;

COMMIT;
