-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ sequence public.changes
ALTER SEQUENCE public.changes OWNED BY public.a.x;

-- ~ sequence public.gets
ALTER SEQUENCE public.gets OWNED BY public.a.id;

-- ~ sequence public.loses
ALTER SEQUENCE public.loses OWNED BY NONE;

-- ~ sequence public.moves
ALTER SEQUENCE public.moves OWNED BY public.b.id;

COMMIT;
