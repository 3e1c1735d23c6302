-- Plan for golden (PostgreSQL 15.20): 12 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- - comment on schema app
COMMENT ON SCHEMA app IS NULL;

SET search_path = app, public;

-- - comment on enum app.mood
COMMENT ON TYPE app.mood IS NULL;

-- - comment on sequence app.numbers
COMMENT ON SEQUENCE app.numbers IS NULL;

-- - comment on table app.t
COMMENT ON TABLE app.t IS NULL;

-- - comment on view app.v
COMMENT ON VIEW app.v IS NULL;

-- - comment on column app.t.id
COMMENT ON COLUMN app.t.id IS NULL;

-- - comment on unique app.t.t_a
COMMENT ON CONSTRAINT t_a ON app.t IS NULL;

-- - comment on check app.t.t_b
COMMENT ON CONSTRAINT t_b ON app.t IS NULL;

-- - comment on foreign key app.t.t_c
COMMENT ON CONSTRAINT t_c ON app.t IS NULL;

-- - comment on exclusion app.t.t_d
COMMENT ON CONSTRAINT t_d ON app.t IS NULL;

-- - comment on index app.t.t_i
COMMENT ON INDEX app.t_i IS NULL;

-- - comment on primary key app.t.t_key
COMMENT ON CONSTRAINT t_key ON app.t IS NULL;

COMMIT;
