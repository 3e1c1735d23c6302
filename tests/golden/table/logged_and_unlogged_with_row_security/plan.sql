-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + policy public.becomes_unlogged.all_rows
CREATE POLICY all_rows ON public.becomes_unlogged USING (true);

-- Breaking

-- ~ table public.becomes_logged
--   breaks-clients: everybody sees and writes every row, whatever the policies say
ALTER TABLE public.becomes_logged SET LOGGED;
ALTER TABLE public.becomes_logged DISABLE ROW LEVEL SECURITY;

-- ~ table public.becomes_unlogged
--   destroys-data: an unlogged table is emptied by a crash, and not replicated
--   breaks-clients: nobody but the owner sees or writes a row that no policy lets through
ALTER TABLE public.becomes_unlogged SET UNLOGGED;
ALTER TABLE public.becomes_unlogged ENABLE ROW LEVEL SECURITY;

-- + foreign key public.becomes_unlogged.becomes_unlogged_other_fkey
ALTER TABLE public.becomes_unlogged ADD CONSTRAINT becomes_unlogged_other_fkey FOREIGN KEY (other) REFERENCES public.is_unlogged (id);

-- + foreign key public.refers.refers_other_fkey
ALTER TABLE public.refers ADD CONSTRAINT refers_other_fkey FOREIGN KEY (other) REFERENCES public.becomes_logged (id);

-- - policy public.becomes_logged.all_rows
--   breaks-clients: who may see or write which rows changes
DROP POLICY all_rows ON public.becomes_logged;

COMMIT;
