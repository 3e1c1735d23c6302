-- Plan for golden (PostgreSQL 15.20): 9 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- ~ function public.a_body(integer)
CREATE OR REPLACE FUNCTION public.a_body(n integer) RETURNS integer LANGUAGE sql
AS $$select n + 2$$;

-- ~ function public.b_cost(integer)
CREATE OR REPLACE FUNCTION public.b_cost(n integer) RETURNS integer LANGUAGE sql COST 9
AS $$select n$$;

-- ~ function public.f_set()
CREATE OR REPLACE FUNCTION public.f_set() RETURNS integer LANGUAGE sql SET search_path TO '' SET statement_timeout TO '5s'
AS $$select 1$$;

-- ~ function public.g_language(integer)
CREATE OR REPLACE FUNCTION public.g_language(n integer) RETURNS integer LANGUAGE plpgsql
AS $$begin return n; end$$;

-- ~ function public.h_default(integer)
CREATE OR REPLACE FUNCTION public.h_default(n integer DEFAULT 7) RETURNS integer LANGUAGE sql
AS $$select n$$;

-- ~ function public.i_named(integer)
CREATE OR REPLACE FUNCTION public.i_named(n integer) RETURNS integer LANGUAGE sql
AS $$select $1$$;

-- ~ function public.j_standard(integer)
CREATE OR REPLACE FUNCTION public.j_standard(n integer) RETURNS integer LANGUAGE sql
RETURN (n + 2);

-- ~ function public.k_string(integer)
CREATE OR REPLACE FUNCTION public.k_string(n integer) RETURNS integer LANGUAGE sql
AS $$select n + 1$$;

-- ~ procedure public.m_body()
CREATE OR REPLACE PROCEDURE public.m_body() LANGUAGE plpgsql
AS $$begin rollback; end$$;

-- Breaking

-- ~ function public.c_security()
--   breaks-clients: it runs with the rights of its owner from now on
CREATE OR REPLACE FUNCTION public.c_security() RETURNS integer LANGUAGE sql SECURITY DEFINER
AS $$select 1$$;

-- ~ function public.d_volatility()
--   breaks-clients: it is stable now, no longer immutable: statements that relied on that fail or give other results
CREATE OR REPLACE FUNCTION public.d_volatility() RETURNS integer LANGUAGE sql STABLE
AS $$select 1$$;

-- ~ function public.e_strict(integer)
--   breaks-clients: a null argument gives null at once
CREATE OR REPLACE FUNCTION public.e_strict(n integer) RETURNS integer LANGUAGE sql STRICT
AS $$select n$$;

-- ~ function public.l_all(integer)
--   breaks-clients: its callers need the rights that it needs
--   breaks-clients: it is volatile now, no longer stable: statements that relied on that fail or give other results
--   breaks-clients: null arguments reach its body
CREATE OR REPLACE FUNCTION public.l_all(n integer) RETURNS SETOF integer LANGUAGE sql
AS $$select n$$;

COMMIT;
