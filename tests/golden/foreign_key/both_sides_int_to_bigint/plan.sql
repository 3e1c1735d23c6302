-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 11 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.books.books_author
--   because the type of column public.books.author_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.books DROP CONSTRAINT books_author;

-- - foreign key public.books.books_sequel
--   because the type of column public.books.sequel_of changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.books DROP CONSTRAINT books_sequel;

-- - foreign key public.reviews.reviews_book
--   because the type of column public.reviews.book_id changes
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.reviews DROP CONSTRAINT reviews_book;

-- ~ column public.authors.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.authors ALTER COLUMN id TYPE bigint;

-- ~ column public.books.id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.books ALTER COLUMN id TYPE bigint;

-- ~ column public.books.author_id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.books ALTER COLUMN author_id TYPE bigint;

-- ~ column public.books.sequel_of
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.books ALTER COLUMN sequel_of TYPE bigint;

-- ~ column public.reviews.book_id
--   rewrites-table: integer to bigint: every row and every index is written anew
--   blocks-reads: reads and writes of the table wait until it is rewritten
--   breaks-clients: clients meet another type: integer to bigint
ALTER TABLE public.reviews ALTER COLUMN book_id TYPE bigint;

-- + foreign key public.books.books_author
--   because the type of column public.books.author_id changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.books ADD CONSTRAINT books_author FOREIGN KEY (author_id) REFERENCES public.authors (id) ON DELETE CASCADE;
COMMENT ON CONSTRAINT books_author ON public.books IS 'who wrote it';

-- + foreign key public.books.books_sequel
--   because the type of column public.books.sequel_of changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.books ADD CONSTRAINT books_sequel FOREIGN KEY (sequel_of) REFERENCES public.books (id);

-- + foreign key public.reviews.reviews_book
--   because the type of column public.reviews.book_id changes
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
ALTER TABLE public.reviews ADD CONSTRAINT reviews_book FOREIGN KEY (book_id) REFERENCES public.books (id);

COMMIT;

-- Until then the planner goes without statistics of what changed there
ANALYZE public.authors;
ANALYZE public.books;
ANALYZE public.reviews;
