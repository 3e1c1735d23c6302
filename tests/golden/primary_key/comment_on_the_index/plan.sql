-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE TABLE public.new (
  id integer NOT NULL,
  r int4range,
  CONSTRAINT new_pkey PRIMARY KEY (id),
  CONSTRAINT new_r_excl EXCLUDE USING gist (r with &&)
);
COMMENT ON INDEX public.new_pkey IS 'new';
COMMENT ON INDEX public.new_r_excl IS 'new';

-- ~ primary key public.goes.goes_pkey
COMMENT ON INDEX public.goes_pkey IS NULL;

-- ~ unique public.goes.goes_n_key
COMMENT ON INDEX public.goes_n_key IS 'it''s changed';

-- ~ exclusion public.goes.goes_r_excl
COMMENT ON INDEX public.goes_r_excl IS 'changed';

COMMIT;
