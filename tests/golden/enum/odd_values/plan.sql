-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

-- ~ enum public."Odd ""type"";"
ALTER TYPE public."Odd ""type"";" ADD VALUE '''); drop table t; --' AFTER '{}'
;
ALTER TYPE public."Odd ""type"";" ADD VALUE E'back\\slash "double"' AFTER '''); drop table t; --'
;
ALTER TYPE public."Odd ""type"";" ADD VALUE '' AFTER 'NULL';
ALTER TYPE public."Odd ""type"";" ADD VALUE ' ' AFTER '';
ALTER TYPE public."Odd ""type"";" ADD VALUE 'näher 近い' AFTER ' ';
ALTER TYPE public."Odd ""type"";" ADD VALUE 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk' AFTER 'näher 近い';
