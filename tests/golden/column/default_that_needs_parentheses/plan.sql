-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.new
CREATE TABLE public.new (
  at timestamp DEFAULT (now() at time zone 'utc'),
  word text DEFAULT ('a' || 'b' collate "C")
);

-- + column public.t.at
ALTER TABLE public.t ADD COLUMN at timestamp DEFAULT (now() at time zone 'utc');

-- + column public.t.known
ALTER TABLE public.t ADD COLUMN known boolean DEFAULT (not (1 > 2 and 3 is null));

-- + column public.t.listed
ALTER TABLE public.t ADD COLUMN listed boolean DEFAULT (1 in (1, 2) or 'a' like 'b');

COMMIT;
