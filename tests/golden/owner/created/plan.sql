-- Plan for golden (PostgreSQL 15.20): 3 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO golden_owner;
COMMENT ON SCHEMA app IS 'application data';

SET search_path = app, public;

-- + table app.t
CREATE SEQUENCE app.t_id_seq AS integer;
CREATE TABLE app.t (
  id integer DEFAULT nextval('t_id_seq'::regclass) NOT NULL,
  label text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE app.t OWNER TO golden_owner;
ALTER SEQUENCE app.t_id_seq OWNER TO golden_owner;
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;
COMMENT ON TABLE app.t IS 'things';

-- + view app.v
CREATE VIEW app.v AS
select id from app.t;
ALTER VIEW app.v OWNER TO golden_owner;

COMMIT;
