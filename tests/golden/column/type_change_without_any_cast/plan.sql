-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 10 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - index public.documents.documents_document_id
--   because column public.documents.document_id is dropped and added anew
--   breaks-clients: queries that use it become slow
DROP INDEX public.documents_document_id;

-- - column public.documents.document_id
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.documents DROP COLUMN document_id;

-- - column public.documents.tags
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.documents DROP COLUMN tags;

-- - column public.feelings.m
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.feelings DROP COLUMN m;

-- - column public.feelings.n
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.feelings DROP COLUMN n;

-- + column public.documents.document_id
ALTER TABLE public.documents ADD COLUMN document_id uuid;

-- + column public.documents.tags
ALTER TABLE public.documents ADD COLUMN tags jsonb;

-- + column public.feelings.n
ALTER TABLE public.feelings ADD COLUMN n mood;

-- + column public.feelings.m
ALTER TABLE public.feelings ADD COLUMN m inet;

-- + index public.documents.documents_document_id
--   because column public.documents.document_id is dropped and added anew
--   blocks-writes: writes to the table wait while the index is built
CREATE INDEX documents_document_id ON public.documents (document_id);

COMMIT;
