-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + sequence public.line_no
CREATE SEQUENCE public.line_no;

-- + sequence public.order_no
CREATE SEQUENCE public.order_no START WITH 1000;

-- + table public.parcels
CREATE SEQUENCE public.parcel_no;
CREATE TABLE public.parcels (
  no bigint DEFAULT nextval('parcel_no')
);
ALTER SEQUENCE public.parcel_no OWNED BY public.parcels.no;

-- Breaking

-- ~ column public.orders.no
--   blocks-reads: reads and writes of the table wait while every row is looked at, for the number to go on from
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.orders ALTER COLUMN no SET DEFAULT nextval('order_no');
SELECT pg_catalog.setval('public.order_no', greatest(1000, max(no) + 1), false) FROM public.orders;
ALTER TABLE public.orders ALTER COLUMN no SET NOT NULL;

-- ~ sequence public.order_no
ALTER SEQUENCE public.order_no OWNED BY public.orders.no;

-- + column public.orders.line
--   rewrites-table: the default is evaluated anew for every row
--   blocks-reads: reads and writes of the table wait until it is rewritten
ALTER TABLE public.orders ADD COLUMN line bigint DEFAULT nextval('line_no'::regclass);

-- ~ sequence public.line_no
ALTER SEQUENCE public.line_no OWNED BY public.orders.line;

COMMIT;
