-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + foreign key public."Child"."it's mine"
ALTER TABLE public."Child" ADD CONSTRAINT "it's mine" FOREIGN KEY ("parent""id") REFERENCES "My Schema"."Parent.Table" ("Id; x") ON DELETE CASCADE;

COMMIT;
