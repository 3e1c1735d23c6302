-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new_table
CREATE TABLE public.new_table (
  id integer
);
CREATE RULE "both" AS ON UPDATE TO public.new_table DO ALSO (insert into log (id) values (new.id); delete from log where log.id = old.id;);

-- Breaking

-- → rule public.v.old → rule public.v.new
--   breaks-clients: rules are applied in the order of their names
ALTER RULE old ON public.v RENAME TO new;

-- + rule public.t.created
--   breaks-clients: statements do something else, or more, than before
CREATE RULE created AS ON INSERT TO public.t WHERE new.a > 0 DO ALSO insert into log values (new.id, new.a);

-- ~ rule public.t.enabled
--   breaks-clients: statements are rewritten to something else than before
ALTER TABLE public.t DISABLE RULE enabled;

-- ~ rule public.v.changed
--   breaks-clients: statements are rewritten to something else than before
CREATE OR REPLACE RULE changed AS ON INSERT TO public.v DO INSTEAD INSERT INTO t (id, a)
  VALUES (new.id, (new.a + 1));

-- - rule public.t.dropped
--   breaks-clients: statements that it rewrote are carried out as they stand
DROP RULE dropped ON public.t;

COMMIT;
