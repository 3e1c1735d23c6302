-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + text search dictionary app.german
CREATE TEXT SEARCH DICTIONARY app.german (TEMPLATE = snowball, language = 'german', stopwords = 'german');
COMMENT ON TEXT SEARCH DICTIONARY app.german IS 'words of German';

-- + text search dictionary app.plain
CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple, accept = 'false');

-- + text search configuration app.empty
CREATE TEXT SEARCH CONFIGURATION app.empty (PARSER = "default");

-- + text search configuration app.german
CREATE TEXT SEARCH CONFIGURATION app.german (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION app.german ADD MAPPING FOR asciiword WITH app.german;
ALTER TEXT SEARCH CONFIGURATION app.german ADD MAPPING FOR word WITH app.german, simple;
ALTER TEXT SEARCH CONFIGURATION app.german ADD MAPPING FOR hword_part WITH app.plain, app.german;
ALTER TEXT SEARCH CONFIGURATION app.german ADD MAPPING FOR email WITH simple;
COMMENT ON TEXT SEARCH CONFIGURATION app.german IS 'for German';

-- + table app.t
CREATE TABLE app.t (
  a text
);
CREATE INDEX t_a ON app.t USING gin (to_tsvector('app.german'::regconfig, a));

COMMIT;
