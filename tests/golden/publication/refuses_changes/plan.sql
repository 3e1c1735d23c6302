-- Plan for golden (PostgreSQL 15.20): 16 additive steps, 14 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.just_made
CREATE TABLE public.just_made (
  a integer
);

-- + publication filtered
CREATE PUBLICATION filtered;

-- + publication inserts
CREATE PUBLICATION inserts FOR ALL TABLES WITH (publish = 'insert');

-- + publication listed
CREATE PUBLICATION listed;

-- + publication wrong_columns
CREATE PUBLICATION wrong_columns;

-- + publication wrong_filter
CREATE PUBLICATION wrong_filter;

-- + published table public.by_index.filtered
ALTER PUBLICATION filtered ADD TABLE ONLY public.by_index (a) WHERE (a > 5);

-- + published table public.by_index.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.by_index;

-- + published table public.by_unique.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.by_unique;

-- + published table public.full_identity.filtered
ALTER PUBLICATION filtered ADD TABLE ONLY public.full_identity WHERE (a > 5);

-- + published table public.full_identity.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.full_identity;

-- + published table public.just_made.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.just_made;

-- + published table public.keyed.filtered
ALTER PUBLICATION filtered ADD TABLE ONLY public.keyed (a, id) WHERE (id > 5);

-- + published table public.keyed.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.keyed;

-- + published table public.visits.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.visits;

-- + published table public.visits_2025.listed
ALTER PUBLICATION listed ADD TABLE ONLY public.visits_2025;

-- Breaking

-- + publication every
--   breaks-clients: UPDATE and DELETE of app.bare, public.bare, public.child and 2 more fail: there is no replica identity (by default the primary key)
CREATE PUBLICATION every FOR ALL TABLES;

-- ~ publication grows
--   breaks-clients: UPDATE of public.bare fails: there is no replica identity (by default the primary key)
ALTER PUBLICATION grows SET (publish = 'insert, update');

-- + publication of_app
--   breaks-clients: UPDATE and DELETE of app.bare fail: there is no replica identity (by default the primary key)
CREATE PUBLICATION of_app FOR TABLES IN SCHEMA app;

-- ~ publication spreads
--   breaks-clients: UPDATE and DELETE of app.bare fail: there is no replica identity (by default the primary key)
ALTER PUBLICATION spreads ADD TABLES IN SCHEMA app;

-- ~ publication wider
--   breaks-clients: DELETE of app.bare fails: there is no replica identity (by default the primary key)
ALTER PUBLICATION wider ADD TABLES IN SCHEMA app;
ALTER PUBLICATION wider SET (publish = 'insert, delete');

-- + published table public.by_index.wrong_columns
--   breaks-clients: UPDATE and DELETE of public.by_index fail: part of the replica identity is not published: a
ALTER PUBLICATION wrong_columns ADD TABLE ONLY public.by_index (b);

-- + published table public.by_index.wrong_filter
--   breaks-clients: UPDATE and DELETE of public.by_index fail: rows are filtered by what is not in the replica identity: b
ALTER PUBLICATION wrong_filter ADD TABLE ONLY public.by_index WHERE (b = 1);

-- + published table public.by_unique.wrong_columns
--   breaks-clients: UPDATE and DELETE of public.by_unique fail: part of the replica identity is not published: a
ALTER PUBLICATION wrong_columns ADD TABLE ONLY public.by_unique (b);

-- + published table public.child.listed
--   breaks-clients: UPDATE and DELETE of public.child fail: there is no replica identity (by default the primary key)
ALTER PUBLICATION listed ADD TABLE ONLY public.child;

-- + published table public.full_identity.wrong_columns
--   breaks-clients: UPDATE and DELETE of public.full_identity fail: the replica identity is full, so that all columns must be published
ALTER PUBLICATION wrong_columns ADD TABLE ONLY public.full_identity (a);

-- + published table public.keyed.wrong_columns
--   breaks-clients: UPDATE and DELETE of public.keyed fail: part of the replica identity is not published: id
ALTER PUBLICATION wrong_columns ADD TABLE ONLY public.keyed (a);

-- + published table public.keyed.wrong_filter
--   breaks-clients: UPDATE and DELETE of public.keyed fail: rows are filtered by what is not in the replica identity: a
ALTER PUBLICATION wrong_filter ADD TABLE ONLY public.keyed WHERE (a > 5 and id > 1);

-- + published table public.loose.listed
--   breaks-clients: UPDATE and DELETE of public.loose_2025 fail: there is no replica identity (by default the primary key)
ALTER PUBLICATION listed ADD TABLE ONLY public.loose;

-- + published table public.silent.listed
--   breaks-clients: UPDATE and DELETE of public.silent fail: there is no replica identity (by default the primary key)
ALTER PUBLICATION listed ADD TABLE ONLY public.silent;

COMMIT;
