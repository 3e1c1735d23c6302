-- Plan for golden (PostgreSQL 15.20): 5 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + range type app."Span"
CREATE TYPE app."Span" AS RANGE (SUBTYPE = interval);

-- + range type app.word_range
CREATE TYPE app.word_range AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", MULTIRANGE_TYPE_NAME = app.words);

SET search_path = public;

-- + range type public.float_range
CREATE TYPE public.float_range AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);
COMMENT ON TYPE public.float_range IS 'from here to there';

SET search_path = app, public;

-- + table app.t
CREATE TABLE app.t (
  r public.float_range,
  m public.float_multirange[],
  w app.words,
  s app."Span"
);

COMMIT;
