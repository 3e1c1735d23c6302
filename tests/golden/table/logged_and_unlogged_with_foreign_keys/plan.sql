-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- ~ table public.master
ALTER TABLE public.master SET LOGGED;

-- ~ table public.detail
ALTER TABLE public.detail SET LOGGED;

-- Breaking

-- ~ table public.child
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
ALTER TABLE public.child SET UNLOGGED;

-- ~ table public.parent
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
ALTER TABLE public.parent SET UNLOGGED;

-- - foreign key public.free_child.free
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.free_child DROP CONSTRAINT free;

-- ~ table public.free_parent
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
ALTER TABLE public.free_parent SET UNLOGGED;

COMMIT;
