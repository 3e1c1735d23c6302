-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

-- ~ enum public.state
ALTER TYPE public.state ADD VALUE 'a' BEFORE 'c';
ALTER TYPE public.state ADD VALUE 'b' AFTER 'a';
ALTER TYPE public.state ADD VALUE 'd' AFTER 'c';
ALTER TYPE public.state ADD VALUE 'e' AFTER 'd';
ALTER TYPE public.state ADD VALUE 'g' AFTER 'f';
ALTER TYPE public.state ADD VALUE 'h' AFTER 'g';
