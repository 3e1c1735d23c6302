-- Plan for golden (PostgreSQL 15.20): 8 additive steps, 8 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

-- ~ enum public.state
ALTER TYPE public.state ADD VALUE 'waiting' AFTER 'new';

BEGIN;

-- + table public.tags
CREATE TABLE public.tags (
  id bigint NOT NULL,
  name text NOT NULL,
  parent_id bigint,
  CONSTRAINT tags_pkey PRIMARY KEY (id),
  CONSTRAINT tags_name_key UNIQUE (name)
);
CREATE INDEX tags_parent_id_idx ON public.tags (parent_id);
ALTER TABLE public.tags ADD CONSTRAINT tags_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.tags (id);

-- + table public.post_tags
CREATE TABLE public.post_tags (
  post_id bigint NOT NULL,
  tag_id bigint NOT NULL,
  CONSTRAINT post_tags_pkey PRIMARY KEY (post_id, tag_id)
);
ALTER TABLE public.post_tags ADD CONSTRAINT post_tags_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.posts (id);
ALTER TABLE public.post_tags ADD CONSTRAINT post_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES public.tags (id);

-- ~ column public.users.age
ALTER TABLE public.users ALTER COLUMN age SET DEFAULT 0;

-- + column public.users.email
ALTER TABLE public.users ADD COLUMN email text;

-- + column public.users.joined
ALTER TABLE public.users ADD COLUMN joined timestamptz DEFAULT now() NOT NULL;

-- + view public.tag_names
CREATE VIEW public.tag_names AS
select name from tags;

-- ~ comment on table public.users
COMMENT ON TABLE public.users IS 'everybody';

-- Breaking

-- - view public.post_words
--   because the type of column public.posts.words changes
--   breaks-clients: clients that use the view fail
DROP VIEW public.post_words;

-- ~ column public.posts.words
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.posts ALTER COLUMN words TYPE bigint;

-- ~ column public.users.name
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public.users ALTER COLUMN name SET NOT NULL;

-- + index public.users.users_name
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX users_name ON public.users (name);

-- + foreign key public.posts.posts_user_id_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);

-- + view public.post_words
--   because the type of column public.posts.words changes
CREATE VIEW public.post_words AS
select id, words from posts;

-- + view public.wide
CREATE VIEW public.wide AS
select id, words from posts;

-- - column public.users.legacy
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.users DROP COLUMN legacy;

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.posts;

-- likely rename: column public.users.legacy goes and column public.users.email comes, alike: if it is a rename, say `renamed_from: legacy`
