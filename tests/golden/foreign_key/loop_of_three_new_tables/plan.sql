-- Plan for golden (PostgreSQL 15.20): 7 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.a
CREATE TABLE public.a (
  id integer NOT NULL,
  b_id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- + table public.b
CREATE TABLE public.b (
  id integer NOT NULL,
  c_id integer NOT NULL,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);

-- + table public.c
CREATE TABLE public.c (
  id integer NOT NULL,
  a_id integer NOT NULL,
  d_id integer,
  CONSTRAINT c_pkey PRIMARY KEY (id)
);
ALTER TABLE public.c ADD CONSTRAINT c_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id) DEFERRABLE INITIALLY DEFERRED;

-- + table public.d
CREATE TABLE public.d (
  id integer NOT NULL,
  CONSTRAINT d_pkey PRIMARY KEY (id)
);

-- + foreign key public.a.a_b_id_fkey
ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b (id);

-- + foreign key public.b.b_c_id_fkey
ALTER TABLE public.b ADD CONSTRAINT b_c_id_fkey FOREIGN KEY (c_id) REFERENCES public.c (id);

-- + foreign key public.c.c_d_id_fkey
ALTER TABLE public.c ADD CONSTRAINT c_d_id_fkey FOREIGN KEY (d_id) REFERENCES public.d (id);

COMMIT;
