-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 16 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - check public.near.near_brackets
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_brackets;

-- - check public.near.near_case
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_case;

-- - check public.near.near_enum
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_enum;

-- - check public.near.near_in
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_in;

-- - check public.near.near_less
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_less;

-- - check public.near.near_number
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_number;

-- - check public.near.near_space
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_space;

-- - check public.near.near_text
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.near DROP CONSTRAINT near_text;

-- + check public.near.near_brackets
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_brackets CHECK ((a > 1 or a < 0) and n > 0);

-- + check public.near.near_case
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_case CHECK (t = 'A');

-- + check public.near.near_enum
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_enum CHECK (m in ('calm', 'gone'));

-- + check public.near.near_in
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_in CHECK (v in ('x', 'y', 'z'));

-- + check public.near.near_less
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_less CHECK (a <= 10);

-- + check public.near.near_number
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_number CHECK (n > 0.5);

-- + check public.near.near_space
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_space CHECK (v <> 'x  y');

-- + check public.near.near_text
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public.near ADD CONSTRAINT near_text CHECK (t not in ('x', 'y'));

COMMIT;
