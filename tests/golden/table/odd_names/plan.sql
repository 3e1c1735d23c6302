-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 14 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public."Größe 大小"
CREATE TABLE public."Größe 大小" (
  "Ünï cödé" integer NOT NULL,
  abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk integer,
  CONSTRAINT "Größe 大小_pkey" PRIMARY KEY ("Ünï cödé"),
  CONSTRAINT "Größe 大小_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr_key" UNIQUE (abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk)
);
CREATE INDEX "Größe 大小_Ünï cödé_idx" ON public."Größe 大小" ("Ünï cödé") WHERE "Ünï cödé" > 0;

-- + table public.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk
CREATE SEQUENCE public.abcdefghijklmnopqrstuvwxyzabc_abcdefghijklmnopqrstuvwxyzabc_seq AS integer;
CREATE TABLE public.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk (
  abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk integer DEFAULT nextval('abcdefghijklmnopqrstuvwxyzabc_abcdefghijklmnopqrstuvwxyzabc_seq'::regclass) NOT NULL,
  CONSTRAINT abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdef_pkey PRIMARY KEY (abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk)
);
ALTER SEQUENCE public.abcdefghijklmnopqrstuvwxyzabc_abcdefghijklmnopqrstuvwxyzabc_seq OWNED BY public.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk;

-- Breaking

-- → table public."Old ""Table""; drop table x; --" → table public."New.""Table"";"
--   breaks-clients: clients that use the old name fail
ALTER TABLE public."Old ""Table""; drop table x; --" RENAME TO "New.""Table"";"
;

-- - foreign key public."user".user_order_fkey
--   because the type of column public."user"."order" changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public."user" DROP CONSTRAINT user_order_fkey;

-- - index public."user"."In dex"
DROP INDEX public."In dex";

-- ~ column public."New.""Table"";"."it's"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row in which it is NULL makes it fail
--   breaks-clients: clients that write NULL fail
ALTER TABLE public."New.""Table"";" ALTER COLUMN "it's" SET NOT NULL;

-- ~ column public."user"."order"
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public."user" ALTER COLUMN "order" TYPE bigint;

-- + check public."New.""Table"";"."Chéck"
--   blocks-reads: reads and writes of the table wait while every row is checked
--   may-fail-on-data: a row that violates it makes it fail
--   breaks-clients: clients that write what it forbids fail
ALTER TABLE public."New.""Table"";" ADD CONSTRAINT "Chéck" CHECK ("1st" >= 1);

-- + index public."user"."In dex"
CREATE INDEX "In dex" ON public."user" ("order" desc);

-- + comment on table public."New.""Table"";"
COMMENT ON TABLE public."New.""Table"";" IS '); drop schema public cascade; --'
;

-- + comment on column public."New.""Table"";"."it's"
COMMENT ON COLUMN public."New.""Table"";"."it's" IS '''quoted''';

-- - check public."New.""Table"";"."Old ""Table""; drop table x; --_1st_check"
--   breaks-clients: rows that it refused can come in
ALTER TABLE public."New.""Table"";" DROP CONSTRAINT "Old ""Table""; drop table x; --_1st_check"
;

-- - primary key public."New.""Table"";"."Old ""Table""; drop table x; --_pkey"
--   breaks-clients: duplicates and NULLs can come in; ON CONFLICT and logical replication lose their key
ALTER TABLE public."New.""Table"";" DROP CONSTRAINT "Old ""Table""; drop table x; --_pkey"
;

-- ~ column public."New.""Table"";"."select"
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public."New.""Table"";" ALTER COLUMN "select" TYPE bigint;

-- + primary key public."New.""Table"";"."P K"
--   blocks-reads: reads and writes of the table wait while its index is built
--   may-fail-on-data: a duplicate or a NULL makes it fail
--   breaks-clients: clients that write duplicates fail
ALTER TABLE public."New.""Table"";" ADD CONSTRAINT "P K" PRIMARY KEY ("select");

-- + foreign key public."user".user_order_fkey
--   because the type of column public."user"."order" changes
ALTER TABLE public."user" ADD CONSTRAINT user_order_fkey FOREIGN KEY ("order") REFERENCES public."New.""Table"";" ("select");

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public."New.""Table"";";

-- likely rename: primary key public."New.""Table"";"."Old ""Table""; drop table x; --_pkey" goes and primary key public."New.""Table"";"."P K" comes, alike: if it is a rename, say `renamed_from: '"Old ""Table""; drop table x; --_pkey"'`
