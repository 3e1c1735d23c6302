-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 3 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.p_new
CREATE TABLE public.p_new (
  LIKE public.p INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
);
ALTER TABLE public.p ATTACH PARTITION public.p_new FOR VALUES FROM (20) TO (30);
ALTER TABLE public.p_new ENABLE REPLICA TRIGGER touch;

-- + table public.q
CREATE TABLE public.q (
  a integer
) PARTITION BY list (a);
CREATE CONSTRAINT TRIGGER touch after insert ON public.q deferrable for each row execute function f();

-- + table public.q_1
CREATE TABLE public.q_1 PARTITION OF public.q FOR VALUES IN (1);

-- + table public.q_rest
CREATE TABLE public.q_rest PARTITION OF public.q DEFAULT;

-- + cloned trigger public.p_high.watch
ALTER TABLE public.p_high ENABLE TRIGGER watch;

-- + cloned trigger public.q_1.touch
ALTER TABLE public.q_1 DISABLE TRIGGER touch;

-- Breaking

-- + cloned trigger public.p_low."Odd; name"
--   breaks-clients: it fires in other sessions than before
ALTER TABLE public.p_low ENABLE ALWAYS TRIGGER "Odd; name";
COMMENT ON TRIGGER "Odd; name" ON public.p_low IS 'as the auditors want it';

-- + cloned trigger public.p_low.touch
--   breaks-clients: what it did at each change is not done any more
ALTER TABLE public.p_low DISABLE TRIGGER touch;
ALTER TABLE public.p_low_first ENABLE TRIGGER touch;

-- + cloned trigger public.p_low_first.watch
--   breaks-clients: what it did at each change is not done any more
ALTER TABLE public.p_low_first DISABLE TRIGGER watch;

COMMIT;
