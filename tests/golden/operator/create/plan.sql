-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + operator app.@-(none, numeric)
CREATE OPERATOR app.@- (FUNCTION = numeric_uminus, RIGHTARG = numeric);

-- + operator app.~~~(text, text)
CREATE OPERATOR app.~~~ (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(app.~~~));

SET search_path = public;

-- + operator public.!==(integer, integer)
CREATE OPERATOR public.!== (FUNCTION = int4ne, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.!==), NEGATOR = OPERATOR(public.===));

-- + operator public.===(integer, integer)
CREATE OPERATOR public.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.===), NEGATOR = OPERATOR(public.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR public.===(integer, integer) IS 'equal';

-- + table public.t
CREATE TABLE public.t (
  a integer,
  b integer,
  CONSTRAINT same CHECK (a === b)
);

COMMIT;
