-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 2 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.ev.ev_p
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.ev DROP CONSTRAINT ev_p;

-- + foreign key public.ev.ev_pid_d_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.ev ADD CONSTRAINT ev_pid_d_fkey FOREIGN KEY (pid, d) REFERENCES public.p (id, d) ON DELETE CASCADE;

COMMIT;

-- likely rename: foreign key public.ev.ev_p goes and foreign key public.ev.ev_pid_d_fkey comes, alike: if it is a rename, say `renamed_from: ev_p`
