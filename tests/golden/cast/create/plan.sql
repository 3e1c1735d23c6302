-- Plan for golden (PostgreSQL 15.20): 7 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + enum public.mood
CREATE TYPE public.mood AS ENUM ('calm', 'busy');

-- + domain public.code
CREATE DOMAIN public.code AS text;

-- + cast (double precision as timestamp with time zone)
CREATE CAST (double precision as timestamp with time zone) WITH FUNCTION to_timestamp(double precision) AS IMPLICIT;

-- + cast (mood as integer)
CREATE CAST (mood as integer) WITH INOUT;
COMMENT ON CAST (mood as integer) IS 'never works';

-- + cast (text as mood)
CREATE CAST (text as mood) WITH INOUT AS ASSIGNMENT;

-- + cast (xml as json)
CREATE CAST (xml as json) WITHOUT FUNCTION AS ASSIGNMENT;

-- + table public.t
CREATE TABLE public.t (
  m mood
);

COMMIT;
