-- Plan for golden (PostgreSQL 15.20): 1 additive step, 5 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = "My App", public;

-- Additive

BEGIN;

-- + sequence "My App".t_e_seq
CREATE SEQUENCE "My App".t_e_seq AS integer;

-- Breaking

-- → column "My App".t.b → column "My App".t.d
--   breaks-clients: clients that use the old name fail
ALTER TABLE "My App".t RENAME COLUMN b TO d;

-- ~ column "My App".t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients meet another type: integer to bigint
--   breaks-clients: clients that write NULL fail
ALTER TABLE "My App".t ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET DEFAULT 2;
ALTER TABLE "My App".t ALTER COLUMN a SET NOT NULL;

-- + column "My App".t.e
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE "My App".t ADD COLUMN e integer DEFAULT nextval('t_e_seq'::regclass) NOT NULL;

-- ~ sequence "My App".t_e_seq
ALTER SEQUENCE "My App".t_e_seq OWNED BY "My App".t.e;

-- - column "My App".t.c
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE "My App".t DROP COLUMN c;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE "My App".t;
