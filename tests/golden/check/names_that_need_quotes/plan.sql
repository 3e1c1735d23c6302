-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public."Odd Table"."drop table x; --"
--   breaks-clients: rows that it refused can come in
ALTER TABLE public."Odd Table" DROP CONSTRAINT "drop table x; --"
;

-- + check public."Odd Table"."drop table x; --"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public."Odd Table" ADD CONSTRAINT "drop table x; --" CHECK ("select" >= 1)
;

-- + check public."Odd Table"."Überprüfung"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public."Odd Table" ADD CONSTRAINT "Überprüfung" CHECK ("a;b" > "quo""te" - 5);

COMMIT;
