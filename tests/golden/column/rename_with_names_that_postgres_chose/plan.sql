-- Plan for golden (PostgreSQL 15.20): 1 additive step, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- → index public.t.t_code_city_idx → index public.t.t_label_town_idx
ALTER INDEX public.t_code_city_idx RENAME TO t_label_town_idx;

-- Breaking

-- → sequence public.t_no_seq → sequence public.t_number_seq
--   breaks-clients: clients that use the old name fail
ALTER SEQUENCE public.t_no_seq RENAME TO t_number_seq;

-- → column public.t.code → column public.t.label
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN code TO label;

-- → column public.t.no → column public.t.number
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN no TO number;

-- → column public.t.nr → column public.t.numeral
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN nr TO numeral;

-- → column public.t.city → column public.t.town
--   breaks-clients: clients that use the old name fail
ALTER TABLE public.t RENAME COLUMN city TO town;

-- → unique public.t.t_code_key → unique public.t.t_label_key
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.t RENAME CONSTRAINT t_code_key TO t_label_key;

-- → check public.t.t_code_check → check public.t.t_label_check
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.t RENAME CONSTRAINT t_code_check TO t_label_check;

-- → foreign key public.t.t_city_fkey → foreign key public.t.t_town_fkey
--   breaks-clients: clients that name it (ON CONFLICT ON CONSTRAINT, error handling) fail
ALTER TABLE public.t RENAME CONSTRAINT t_city_fkey TO t_town_fkey;

-- ~ column public.t.numeral
--   breaks-clients: clients that use its sequence by the old name fail
ALTER SEQUENCE public.t_nr_seq RENAME TO t_numeral_seq;

COMMIT;
