-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 21 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- ~ column public.t.a
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- ~ column public.t.b
--   rewrites-table: smallint to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: smallint to integer
ALTER TABLE public.t ALTER COLUMN b TYPE integer;

-- ~ column public.t.c
--   rewrites-table: real to double precision: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: real to double precision
ALTER TABLE public.t ALTER COLUMN c TYPE double precision;

-- ~ column public.t.d
--   rewrites-table: json to jsonb: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: json to jsonb; of an object's keys that are equal the last is kept, white space and the order of keys are not
ALTER TABLE public.t ALTER COLUMN d TYPE jsonb;

-- ~ column public.t.e
--   rewrites-table: timestamp to timestamptz: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: timestamp to timestamptz; values are read in the time zone of the session that does it (TimeZone)
ALTER TABLE public.t ALTER COLUMN e TYPE timestamptz;

-- ~ column public.t.f
--   rewrites-table: varchar(20) to varchar(10): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: varchar(20) to varchar(10)
ALTER TABLE public.t ALTER COLUMN f TYPE varchar(10);

-- ~ column public.t.g
--   rewrites-table: text to varchar(10): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to varchar(10)
ALTER TABLE public.t ALTER COLUMN g TYPE varchar(10);

-- ~ column public.t.h
--   rewrites-table: char(3) to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: char(3) to text
ALTER TABLE public.t ALTER COLUMN h TYPE text;

-- ~ column public.t.i
--   rewrites-table: text to char(5): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to char(5)
ALTER TABLE public.t ALTER COLUMN i TYPE char(5);

-- ~ column public.t.j
--   rewrites-table: numeric(8,2) to numeric(8,3): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: numeric(8,2) to numeric(8,3)
ALTER TABLE public.t ALTER COLUMN j TYPE numeric(8,3);

-- ~ column public.t.k
--   rewrites-table: numeric(8,2) to numeric(5,2): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: numeric(8,2) to numeric(5,2)
ALTER TABLE public.t ALTER COLUMN k TYPE numeric(5,2);

-- ~ column public.t.l
--   destroys-data: timestamptz(6) to timestamptz(0): what the new type has no room for is rounded or cut off without an error
--   rewrites-table: timestamptz(6) to timestamptz(0): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: timestamptz(6) to timestamptz(0)
ALTER TABLE public.t ALTER COLUMN l TYPE timestamptz(0);

-- ~ column public.t.m
--   rewrites-table: varchar(10)[] to text[]: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: varchar(10)[] to text[]
ALTER TABLE public.t ALTER COLUMN m TYPE text[];

-- ~ column public.t.n
--   rewrites-table: bigint to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: bigint to integer
ALTER TABLE public.t ALTER COLUMN n TYPE integer;

-- ~ column public.t.o
--   rewrites-table: text to uuid: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to uuid
ALTER TABLE public.t ALTER COLUMN o TYPE uuid USING o::uuid;

-- ~ column public.t.p
--   rewrites-table: date to timestamp: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: date to timestamp
ALTER TABLE public.t ALTER COLUMN p TYPE timestamp;

-- ~ column public.t.q
--   rewrites-table: integer to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to text
ALTER TABLE public.t ALTER COLUMN q TYPE text;

-- ~ column public.t.r
--   rewrites-table: text to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   may-fail-on-data: a value that does not fit the new type makes it fail
--   breaks-clients: clients meet another type: text to integer
ALTER TABLE public.t ALTER COLUMN r TYPE integer USING r::integer;

-- ~ column public.t.s
--   rewrites-table: boolean to integer: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: boolean to integer
ALTER TABLE public.t ALTER COLUMN s TYPE integer USING s::integer;

-- ~ column public.t.u
--   rewrites-table: jsonb to text: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: jsonb to text
ALTER TABLE public.t ALTER COLUMN u TYPE text;

-- ~ column public.t.v
--   destroys-data: interval to interval(0): what the new type has no room for is rounded or cut off without an error
--   rewrites-table: interval to interval(0): every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: interval to interval(0)
ALTER TABLE public.t ALTER COLUMN v TYPE interval(0);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.t;
