-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- → sequence public.places_id_seq → sequence public.attractions_id_seq
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public.places_id_seq RENAME TO attractions_id_seq;

-- → table public.places → table public.attractions
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.places RENAME TO attractions;

-- → primary key public.attractions.places_pkey → primary key public.attractions.attractions_pkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_pkey TO attractions_pkey;

-- → unique public.attractions.places_name_key → unique public.attractions.attractions_name_key
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_name_key TO attractions_name_key;

-- → check public.attractions.places_name_check → check public.attractions.attractions_name_check
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_name_check TO attractions_name_check;

-- → exclusion public.attractions.places_during_excl → exclusion public.attractions.attractions_during_excl
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_during_excl TO attractions_during_excl;

-- → index public.attractions.places_city_id_name_idx → index public.attractions.attractions_city_id_name_idx
ALTER INDEX public.places_city_id_name_idx RENAME TO attractions_city_id_name_idx;

-- → foreign key public.attractions.places_city_id_fkey → foreign key public.attractions.attractions_city_id_fkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_city_id_fkey TO attractions_city_id_fkey;

-- → foreign key public.attractions.places_next_id_fkey → foreign key public.attractions.attractions_next_id_fkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.attractions RENAME CONSTRAINT places_next_id_fkey TO attractions_next_id_fkey;

-- ~ column public.attractions.no
--   breaks-clients: clients that use its sequence by the old name fail
ALTER SEQUENCE public.places_no_seq RENAME TO attractions_no_seq;

COMMIT;
