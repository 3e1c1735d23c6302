-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = "Odd; schema", public;

-- Additive

BEGIN;

-- ~ function "Odd; schema"."F(int)"(integer, text)
CREATE OR REPLACE FUNCTION "Odd; schema"."F(int)"("in" integer, "A b" text DEFAULT '),(''') RETURNS integer LANGUAGE sql
AS $_$select 2 -- $$ ' \ 	 end$_$
;

-- + function "Odd; schema"."doThing"()
CREATE FUNCTION "Odd; schema"."doThing"() RETURNS integer LANGUAGE plpgsql
AS $$-- ü
begin
  return 1;  
end

$$;

-- ~ comment on function "Odd; schema"."F(int)"(integer, text)
COMMENT ON FUNCTION "Odd; schema"."F(int)"(integer, text) IS 'odder';

SET search_path = public;

-- Breaking

-- - function public.dropped()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.dropped();

COMMIT;
