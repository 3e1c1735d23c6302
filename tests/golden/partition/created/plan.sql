-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.attractions
CREATE TABLE public.attractions (
  id bigint NOT NULL,
  region text NOT NULL,
  created_at date DEFAULT now() NOT NULL,
  visitors integer DEFAULT 0,
  CONSTRAINT attractions_pkey PRIMARY KEY (id, created_at, region),
  CONSTRAINT attractions_visitors_check CHECK (visitors >= 0)
) PARTITION BY range (created_at);
CREATE INDEX attractions_region ON public.attractions (region);
COMMENT ON TABLE public.attractions IS 'Places to visit';

-- + table public.attractions_2025
CREATE TABLE public.attractions_2025 PARTITION OF public.attractions FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- + table public.attractions_2026
CREATE TABLE public.attractions_2026 PARTITION OF public.attractions FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY list (region);
COMMENT ON TABLE public.attractions_2026 IS 'this year''s';

-- + table public.attractions_2026_north
CREATE TABLE public.attractions_2026_north PARTITION OF public.attractions_2026 FOR VALUES IN ('north', 'far north');

-- + table public.attractions_2026_rest
CREATE TABLE public.attractions_2026_rest PARTITION OF public.attractions_2026 DEFAULT;

-- + table public.attractions_rest
CREATE TABLE public.attractions_rest PARTITION OF public.attractions DEFAULT;

COMMIT;
