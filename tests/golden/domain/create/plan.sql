-- Plan for golden (PostgreSQL 15.20): 7 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + extension citext
CREATE EXTENSION citext;

-- + domain public.code
CREATE DOMAIN public.code AS text NOT NULL
  CONSTRAINT code_check CHECK (value <> '');

-- + domain public.email
CREATE DOMAIN public.email AS citext
  CONSTRAINT email_shape CHECK (VALUE ~ '@')
  CONSTRAINT email_short CHECK (length(value) <= 320);
COMMENT ON DOMAIN public.email IS 'An address for mail';

-- + domain public.positive
CREATE DOMAIN public.positive AS integer DEFAULT 1
  CONSTRAINT positive_check CHECK (value > 0)
  CONSTRAINT positive_check1 CHECK (value < 1000);

-- + domain public.sorted
CREATE DOMAIN public.sorted AS text COLLATE "C" DEFAULT 'a' || 'b' NOT NULL;

-- + table public.users
CREATE TABLE public.users (
  address email NOT NULL,
  code code,
  codes code[],
  rank positive DEFAULT 5
);

-- + comment on domain check public.email.email_short
COMMENT ON CONSTRAINT email_short ON DOMAIN public.email IS 'as RFC 5321 has it';

COMMIT;
