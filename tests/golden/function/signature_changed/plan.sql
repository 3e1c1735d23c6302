-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 16 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Breaking

BEGIN;

-- - function public.a_return(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.a_return(integer);

-- - function public.b_argument_name(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.b_argument_name(integer);

-- - function public.c_default(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.c_default(integer);

-- - function public.d_out()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.d_out();

-- - function public.e_set()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.e_set();

-- - function public.f_table()
--   breaks-clients: clients that call it fail
DROP FUNCTION public.f_table();

-- + function public.a_return(integer)
CREATE FUNCTION public.a_return(n integer) RETURNS bigint LANGUAGE sql
AS $$select n$$;
COMMENT ON FUNCTION public.a_return(integer) IS 'of its result';

-- + function public.b_argument_name(integer)
CREATE FUNCTION public.b_argument_name(number integer) RETURNS integer LANGUAGE sql
AS $$select number$$;

-- + function public.c_default(integer)
CREATE FUNCTION public.c_default(n integer) RETURNS integer LANGUAGE sql
AS $$select n$$;

-- + function public.d_out()
CREATE FUNCTION public.d_out(OUT a integer, OUT c integer) LANGUAGE sql
AS $$select 1, 2$$;

-- + function public.e_set()
CREATE FUNCTION public.e_set() RETURNS SETOF integer LANGUAGE sql
AS $$select 1$$;

-- + function public.f_table()
CREATE FUNCTION public.f_table() RETURNS TABLE (a integer, b text) LANGUAGE sql
AS $$select 1, 'x'$$;

-- + function public.g_types(text)
--   breaks-clients: a call may now fit g_types(integer) as well, and fail as ambiguous or find the other one
CREATE FUNCTION public.g_types(n text) RETURNS integer LANGUAGE sql
AS $$select 1$$;

-- - function public.g_types(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.g_types(integer);

-- - function public.h_kind(integer)
--   breaks-clients: clients that call it fail
DROP FUNCTION public.h_kind(integer);

-- + procedure public.h_kind(integer)
CREATE PROCEDURE public.h_kind(n integer) LANGUAGE sql
AS $$select n$$;

COMMIT;
