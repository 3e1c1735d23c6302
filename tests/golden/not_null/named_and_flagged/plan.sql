-- Plan for golden (PostgreSQL 18.4): 15 additive steps, 7 breaking
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

-- + table public.new_commented
CREATE TABLE public.new_commented (
  plain integer CONSTRAINT new_commented_plain_not_null NOT NULL,
  named integer CONSTRAINT "it is" NOT NULL,
  unchecked integer
);
COMMENT ON CONSTRAINT new_commented_plain_not_null ON public.new_commented IS 'one';
COMMENT ON CONSTRAINT "it is" ON public.new_commented IS 'two';
ALTER TABLE public.new_commented ADD CONSTRAINT new_commented_unchecked_not_null NOT NULL unchecked NOT VALID;
COMMENT ON CONSTRAINT new_commented_unchecked_not_null ON public.new_commented IS 'three';

-- ~ column public.base.named
ALTER TABLE public.base RENAME CONSTRAINT their_own TO theirs;

-- ~ column public.base.for_itself
ALTER TABLE public.base ALTER CONSTRAINT "For; itself" NO INHERIT;

-- ~ column public.commented.changed
COMMENT ON CONSTRAINT commented_changed_not_null ON public.commented IS 'it''s new';

-- ~ column public.commented.gone
COMMENT ON CONSTRAINT gone_named ON public.commented IS NULL;

-- ~ column public.commented.added
COMMENT ON CONSTRAINT commented_added_not_null ON public.commented IS 'added';

-- ~ column public.commented.anew
ALTER TABLE public.commented ALTER COLUMN anew DROP NOT NULL;
ALTER TABLE public.commented ADD CONSTRAINT commented_anew_not_null NOT NULL anew NOT VALID;
COMMENT ON CONSTRAINT commented_anew_not_null ON public.commented IS 'kept';

-- ~ column public.commented.odd
COMMENT ON CONSTRAINT odd_commented ON public.commented IS 'new';

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
--   blocks-reads: reads and writes of child tables wait while every row of them is checked
--   may-fail-on-data: a row of a child table in which it is NULL makes it fail
--   breaks-clients: clients that write NULL to a child table fail
ALTER TABLE public.base ALTER CONSTRAINT for_all INHERIT;

-- ~ column public.child.for_itself
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.child ALTER COLUMN for_itself DROP NOT NULL;

-- ~ column public.commented.forbidden
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.commented ADD CONSTRAINT commented_forbidden_not_null NOT NULL forbidden;
COMMENT ON CONSTRAINT commented_forbidden_not_null ON public.commented IS 'came with it';

-- ~ column public.commented.allowed
--   breaks-clients: clients that rely on a value may meet NULL
ALTER TABLE public.commented ALTER COLUMN allowed DROP NOT NULL;

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
