-- Plan for golden (PostgreSQL 15.20): 12 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.add(integer, integer)
CREATE FUNCTION public.add(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
AS $$select a + b$$;

-- + function public.finish(integer)
CREATE FUNCTION public.finish(a integer) RETURNS text LANGUAGE sql IMMUTABLE
AS $$select a::text$$;

-- + function public.minus(integer, integer)
CREATE FUNCTION public.minus(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
AS $$select a - b$$;

-- + function public.pick(anyarray, double precision)
CREATE FUNCTION public.pick(list anyarray, fraction double precision) RETURNS anyelement LANGUAGE sql IMMUTABLE
AS $$select list[1]$$;

-- + function public.rank_of(internal, "any")
CREATE FUNCTION public.rank_of(state internal, VARIADIC list "any") RETURNS bigint LANGUAGE internal IMMUTABLE
AS $$hypothetical_rank_final$$;

-- + aggregate public.every_row(*)
CREATE AGGREGATE public.every_row(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');

-- + aggregate public.middle(double precision ORDER BY anyelement)
CREATE AGGREGATE public.middle(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);

-- + aggregate public.newest(date)
CREATE AGGREGATE public.newest(date) (SFUNC = date_larger, STYPE = date, SSPACE = 8, SORTOP = OPERATOR(pg_catalog.>));

-- + aggregate public.place(VARIADIC "any" ORDER BY VARIADIC "any")
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_of, FINALFUNC_EXTRA, HYPOTHETICAL);

-- + aggregate public.plain(integer)
CREATE AGGREGATE public.plain(integer) (SFUNC = int4_sum, STYPE = bigint);

-- + aggregate public.total(integer)
CREATE AGGREGATE public.total(n integer) (SFUNC = add, STYPE = integer, FINALFUNC = finish, INITCOND = '0', COMBINEFUNC = add, MINVFUNC = minus, MSFUNC = add, MSTYPE = integer, MFINALFUNC = finish, MINITCOND = '0', PARALLEL = SAFE);
COMMENT ON AGGREGATE public.total(integer) IS 'the sum';

-- + view public.v
CREATE VIEW public.v AS
select total(x) as sum from generate_series(1, 3) x;

COMMIT;
