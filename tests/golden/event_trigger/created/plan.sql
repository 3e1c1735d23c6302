-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.watch()
CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql
AS $$begin end$$;

-- + event trigger "Odd; name"
CREATE EVENT TRIGGER "Odd; name" ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION public.watch();

-- + event trigger "any"
CREATE EVENT TRIGGER "any" ON ddl_command_end EXECUTE FUNCTION watch();

-- + event trigger "some"
CREATE EVENT TRIGGER "some" ON ddl_command_start WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION watch();
ALTER EVENT TRIGGER "some" DISABLE;
COMMENT ON EVENT TRIGGER "some" IS 'only tables';

COMMIT;
