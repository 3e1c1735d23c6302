-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 7 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- + foreign key public.children.c_named
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.children ADD CONSTRAINT c_named FOREIGN KEY (c) REFERENCES public.parents (id) ON UPDATE SET DEFAULT ON DELETE SET DEFAULT;

-- + foreign key public.children.children_a_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.children ADD CONSTRAINT children_a_fkey FOREIGN KEY (a) REFERENCES public.parents (id) ON UPDATE CASCADE ON DELETE CASCADE;

-- + foreign key public.children.children_b_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.children ADD CONSTRAINT children_b_fkey FOREIGN KEY (b) REFERENCES public.parents (id) ON UPDATE RESTRICT ON DELETE SET NULL;

-- + foreign key public.children.children_d
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.children ADD CONSTRAINT children_d FOREIGN KEY (d) REFERENCES public.parents (id) ON DELETE RESTRICT;

-- + foreign key public.children.children_e
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.children ADD CONSTRAINT children_e FOREIGN KEY (e) REFERENCES public.parents (code) ON UPDATE SET NULL;

-- + foreign key public.few.few_a_fkey
--   breaks-clients: clients that delete referenced rows may fail
ALTER TABLE public.few ADD CONSTRAINT few_a_fkey FOREIGN KEY (a) REFERENCES public.parents (id) ON DELETE CASCADE;

-- + foreign key public.few.few_b_fkey
--   breaks-clients: clients that delete referenced rows may fail
ALTER TABLE public.few ADD CONSTRAINT few_b_fkey FOREIGN KEY (b) REFERENCES public.parents (id);

COMMIT;
