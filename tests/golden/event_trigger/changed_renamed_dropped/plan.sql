-- Plan for golden (PostgreSQL 15.20): 1 additive step, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.see()
CREATE FUNCTION public.see() RETURNS event_trigger LANGUAGE plpgsql
AS $$begin end$$;

-- Breaking

-- → event trigger d_old → event trigger d_new
--   breaks-clients: event triggers fire in the order of their names
ALTER EVENT TRIGGER d_old RENAME TO d_new;

-- - event trigger b_function
--   breaks-clients: what it did at each command is not done any more
DROP EVENT TRIGGER b_function;

-- - event trigger c_tags
--   breaks-clients: what it did at each command is not done any more
DROP EVENT TRIGGER c_tags;

-- ~ event trigger a_enabled
--   breaks-clients: it fires in other sessions than before
ALTER EVENT TRIGGER a_enabled ENABLE REPLICA;

-- + event trigger b_function
CREATE EVENT TRIGGER b_function ON ddl_command_end EXECUTE FUNCTION see();
COMMENT ON EVENT TRIGGER b_function IS 'stays';

-- + event trigger c_tags
CREATE EVENT TRIGGER c_tags ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE VIEW') EXECUTE FUNCTION watch();

-- - event trigger e_dropped
--   breaks-clients: what it did at each command is not done any more
DROP EVENT TRIGGER e_dropped;

-- - function public.look()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.look();

COMMIT;
