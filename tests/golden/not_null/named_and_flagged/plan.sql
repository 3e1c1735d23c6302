-- Plan for golden (PostgreSQL 18.4): 9 additive steps, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE SEQUENCE public.new_serial_seq;
CREATE TABLE public.new (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT key_is_there NOT NULL,
  serial bigint DEFAULT nextval('new_serial_seq'::regclass) NOT NULL,
  plain integer NOT NULL,
  named integer CONSTRAINT new_named NOT NULL,
  unchecked integer,
  for_itself integer NOT NULL NO INHERIT,
  CONSTRAINT new_pkey PRIMARY KEY (id)
);
ALTER TABLE public.new ADD NOT NULL unchecked NOT VALID;
ALTER SEQUENCE public.new_serial_seq OWNED BY public.new.serial;

-- ~ column public.base.named
ALTER TABLE public.base RENAME CONSTRAINT their_own TO theirs;

-- ~ column public.base.for_itself
ALTER TABLE public.base ALTER CONSTRAINT "For; itself" NO INHERIT;

-- ~ column public.old.renamed
ALTER TABLE public.old RENAME CONSTRAINT old_name TO new_name;

-- ~ column public.old.back_to_postgres
ALTER TABLE public.old RENAME CONSTRAINT odd TO old_back_to_postgres_not_null;

-- ~ column public.old.checked
ALTER TABLE public.old VALIDATE CONSTRAINT checked;

-- ~ column public.old.checked_undeclared
ALTER TABLE public.old VALIDATE CONSTRAINT odd_one;

-- ~ column public.old.anew
ALTER TABLE public.old ALTER COLUMN anew DROP NOT NULL;
ALTER TABLE public.old ADD NOT NULL anew NOT VALID;

-- + column public.old.added
ALTER TABLE public.old ADD COLUMN added integer DEFAULT 1 CONSTRAINT added_late NOT NULL;

-- Breaking

-- ~ column public.base.for_all
--   may-fail-on-data: a row of a child table in which it is NULL makes it fail
--   breaks-clients: clients that write NULL to a child table fail
ALTER TABLE public.base ALTER CONSTRAINT for_all INHERIT;

-- ~ column public.child.for_itself
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.child ALTER COLUMN for_itself DROP NOT NULL;

-- ~ column public.old.named
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.old ADD CONSTRAINT is_there NOT NULL named;

-- ~ column public.old.unchecked
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.old ADD CONSTRAINT unchecked NOT NULL unchecked NOT VALID;

-- ~ column public.old.dropped
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.old ALTER COLUMN dropped DROP NOT NULL;

COMMIT;
