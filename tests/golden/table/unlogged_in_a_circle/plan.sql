-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 15 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.a.a_b_fkey
--   because table public.a and table public.b refer to each other
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.a DROP CONSTRAINT a_b_fkey;

-- - foreign key public.b.b_c_fkey
--   because table public.b and table public.c refer to each other
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.b DROP CONSTRAINT b_c_fkey;

-- - foreign key public.c.c_a_fkey
--   because table public.c and table public.a refer to each other
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.c DROP CONSTRAINT c_a_fkey;

-- - foreign key public.d.d_e_fkey
--   because table public.d and table public.e refer to each other
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.d DROP CONSTRAINT d_e_fkey;

-- - foreign key public.e.e_d_fkey
--   because table public.e and table public.d refer to each other
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.e DROP CONSTRAINT e_d_fkey;

-- ~ table public.a
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
ALTER TABLE public.a SET UNLOGGED;

-- ~ table public.b
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
ALTER TABLE public.b SET UNLOGGED;

-- ~ table public.c
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
ALTER TABLE public.c SET UNLOGGED;

-- ~ table public.d
ALTER TABLE public.d SET LOGGED;

-- ~ table public.e
ALTER TABLE public.e SET LOGGED;

-- + foreign key public.a.a_b_fkey
--   because table public.a and table public.b refer to each other
ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b (id);

-- + foreign key public.b.b_c_fkey
--   because table public.b and table public.c refer to each other
ALTER TABLE public.b ADD CONSTRAINT b_c_fkey FOREIGN KEY (c) REFERENCES public.c (id);

-- + foreign key public.c.c_a_fkey
--   because table public.c and table public.a refer to each other
ALTER TABLE public.c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES public.a (id);

-- + foreign key public.d.d_e_fkey
--   because table public.d and table public.e refer to each other
ALTER TABLE public.d ADD CONSTRAINT d_e_fkey FOREIGN KEY (e) REFERENCES public.e (id);

-- + foreign key public.e.e_d_fkey
--   because table public.e and table public.d refer to each other
ALTER TABLE public.e ADD CONSTRAINT e_d_fkey FOREIGN KEY (d) REFERENCES public.d (id);

COMMIT;
