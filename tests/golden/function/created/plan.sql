-- Plan for golden (PostgreSQL 15.20): 8 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + function public.multiples(integer)
CREATE FUNCTION public.multiples(a integer, OUT twice integer, OUT thrice integer) LANGUAGE plpgsql
AS $$begin
  twice := a * 2;
  thrice := a * 3;
end
$$;

-- + function public.pairs(text[])
CREATE FUNCTION public.pairs(VARIADIC list text[]) RETURNS TABLE (key text, value text) LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'public' SET work_mem TO '8MB'
AS $_$begin
  return query select 'a'::text, 'it''s $$'::text;
end$_$;

-- + function public.slug(text, text)
CREATE FUNCTION public.slug(input text, separator text DEFAULT '-') RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
return lower(replace(input, ' ', separator));
COMMENT ON FUNCTION public.slug(text, text) IS 'a name as it stands in an address';

-- + function public.touch()
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql
AS $$begin return new; end$$;

-- + procedure public.archive(date, bigint)
CREATE PROCEDURE public.archive(before date, INOUT archived bigint DEFAULT 0) LANGUAGE plpgsql
AS $$begin commit; end$$;
COMMENT ON PROCEDURE public.archive(date, bigint) IS 'once a month';

-- + table public.users
CREATE TABLE public.users (
  id integer NOT NULL,
  name text NOT NULL,
  feeling mood,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- + function public.all_of(mood)
CREATE FUNCTION public.all_of(feeling mood) RETURNS SETOF users LANGUAGE sql STABLE COST 0.5 ROWS 50
begin atomic
  select u.id, u.name, u.feeling from users u where u.feeling = $1;
end;

-- + function public.count_users()
CREATE FUNCTION public.count_users() RETURNS bigint LANGUAGE sql STABLE
AS $$select count(*) from users$$;

COMMIT;
