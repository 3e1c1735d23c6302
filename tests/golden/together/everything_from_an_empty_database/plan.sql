-- Plan for golden (PostgreSQL 15.20): 15 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

-- + extension btree_gist
CREATE EXTENSION btree_gist;

-- + extension pg_trgm
CREATE EXTENSION pg_trgm;

-- + extension vector
CREATE EXTENSION vector;

SET search_path = app, public;

-- + enum app.stage
CREATE TYPE app.stage AS ENUM ('new', 'done');
COMMENT ON TYPE app.stage IS 'how far';

-- + sequence app.order_no
CREATE SEQUENCE app.order_no START WITH 1000;
COMMENT ON SEQUENCE app.order_no IS 'printed on the box';

-- + table app.orders
CREATE TABLE app.orders (
  no bigint DEFAULT nextval('app.order_no') NOT NULL,
  user_id bigint NOT NULL,
  stage app.stage DEFAULT 'new' NOT NULL,
  during tstzrange NOT NULL,
  room integer NOT NULL,
  total numeric(10,2) NOT NULL,
  gross numeric GENERATED ALWAYS AS (total * 1.14) STORED,
  embedding vector(3),
  CONSTRAINT orders_pkey PRIMARY KEY (no),
  CONSTRAINT one_guest EXCLUDE USING gist (room with =, during with &&) WHERE (stage <> 'done')
);
CREATE INDEX orders_embedding ON app.orders USING hnsw (embedding vector_cosine_ops);
CREATE UNIQUE INDEX orders_open ON app.orders (user_id, room) WHERE stage = 'new';
CREATE INDEX orders_user ON app.orders (user_id);
ALTER TABLE app.orders CLUSTER ON orders_user;
COMMENT ON INDEX app.orders_user IS 'for the list of a user';

-- + table app.users
CREATE TABLE app.users (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  email text NOT NULL,
  name text DEFAULT '' NOT NULL,
  best_order bigint,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_email_check CHECK (email like '%@%')
);
CREATE INDEX users_lower_idx ON app.users (lower(name));
CREATE INDEX users_name_idx ON app.users USING gin (name gin_trgm_ops);
COMMENT ON TABLE app.users IS 'people';
COMMENT ON COLUMN app.users.email IS 'to log in';

SET search_path = public;

-- + table public.log
CREATE SEQUENCE public.log_id_seq AS integer;
CREATE TABLE public.log (
  id integer DEFAULT nextval('log_id_seq'::regclass) NOT NULL,
  at timestamptz DEFAULT now() NOT NULL,
  order_no bigint,
  CONSTRAINT log_pkey PRIMARY KEY (id)
) WITH (fillfactor=90, autovacuum_vacuum_scale_factor=0.05);
ALTER SEQUENCE public.log_id_seq OWNED BY public.log.id;

SET search_path = app, public;

-- + foreign key app.orders.orders_user_id_fkey
ALTER TABLE app.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users (id) ON DELETE CASCADE;

-- + foreign key app.users.users_best_order_fkey
ALTER TABLE app.users ADD CONSTRAINT users_best_order_fkey FOREIGN KEY (best_order) REFERENCES app.orders (no) ON DELETE SET NULL;

SET search_path = public;

-- + foreign key public.log.log_order_no_fkey
ALTER TABLE public.log ADD CONSTRAINT log_order_no_fkey FOREIGN KEY (order_no) REFERENCES app.orders (no);

SET search_path = app, public;

-- + view app.totals
CREATE VIEW app.totals WITH (security_invoker=true) AS
select u.id, u.email, sum(o.gross) as total from app.users u join app.orders o on o.user_id = u.id group by u.id;
COMMENT ON VIEW app.totals IS 'per person';

SET search_path = public;

-- + view public.best
CREATE VIEW public.best AS
select email, total from app.totals order by total desc limit 10;

-- + comment on schema app
COMMENT ON SCHEMA app IS 'application data';

COMMIT;
