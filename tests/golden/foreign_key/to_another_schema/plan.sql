-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 1 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + table app.sessions
CREATE TABLE app.sessions (
  id integer NOT NULL,
  user_id uuid NOT NULL,
  post_id integer,
  CONSTRAINT sessions_pkey PRIMARY KEY (id)
);
ALTER TABLE app.sessions ADD CONSTRAINT sessions_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.posts (id);
ALTER TABLE app.sessions ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users (id);

SET search_path = public;

-- Breaking

-- + foreign key public.posts.posts_user_id_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users (id) ON DELETE CASCADE;

COMMIT;
