-- Plan for golden (PostgreSQL 15.20): 4 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema "Odd Schema"
CREATE SCHEMA "Odd Schema";

-- + table public."Order 'x'"
CREATE TABLE public."Order 'x'" (
  "Nr." integer NOT NULL,
  "select" text NOT NULL,
  CONSTRAINT "Order 'x'_pkey" PRIMARY KEY ("Nr.", "select")
) PARTITION BY list ("select");

SET search_path = "Odd Schema", public;

-- + table "Odd Schema"."Part 2"
CREATE TABLE "Odd Schema"."Part 2" PARTITION OF public."Order 'x'" DEFAULT;

SET search_path = public;

-- + table public."Part 1"
CREATE TABLE public."Part 1" PARTITION OF public."Order 'x'" FOR VALUES IN ('it''s', '"');

COMMIT;
