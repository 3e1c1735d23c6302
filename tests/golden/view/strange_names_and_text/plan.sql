-- Plan for golden (PostgreSQL 15.20): 1 additive step, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + view public."drop table t; --"
CREATE VIEW public."drop table t; --" ("it's", "a ""quote""") AS
select "Select",   -- a comment; with a semicolon
       'it''s; $$ -- ' || "semi;colon" /* and another */
from "T";
COMMENT ON VIEW public."drop table t; --" IS E'a ''quoted'' \\ text'
;

COMMIT;
