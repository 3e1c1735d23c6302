-- Plan for golden (PostgreSQL 15.20): 6 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.a
CREATE TABLE public.a (
  id integer,
  name text
);

-- + table public.y
CREATE TABLE public.y (
  id integer,
  name text
);

-- + table public.z
CREATE TABLE public.z (
  id integer,
  name text
);

-- + rule public.a.deleted
CREATE RULE deleted AS ON DELETE TO public.a DO ALSO delete from y where y.id = old.id;

-- + rule public.a.inserted
CREATE RULE inserted AS ON INSERT TO public.a DO ALSO insert into z (id, name) values (new.id, new.name);

-- + rule public.a.updated
CREATE RULE updated AS ON UPDATE TO public.a WHERE new.name <> old.name DO ALSO (
  update only y set name = new.name where y.id = new.id;
  insert into z values (new.id, new.name));

COMMIT;
