-- Plan for golden (PostgreSQL 15.20): 0 additive steps, 4 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Breaking

BEGIN;

-- - foreign key public.notes.notes_editor
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.notes DROP CONSTRAINT notes_editor;

-- - foreign key public.notes.notes_owner
--   breaks-clients: rows without their referenced row can come in, and its cascades no longer happen
ALTER TABLE public.notes DROP CONSTRAINT notes_owner;

-- + foreign key public.notes.notes_editor
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.notes ADD CONSTRAINT notes_editor FOREIGN KEY (tenant, editor) REFERENCES public.tenants (tenant, id) ON DELETE SET NULL (editor);

-- + foreign key public.notes.notes_owner
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.notes ADD CONSTRAINT notes_owner FOREIGN KEY (tenant, owner) REFERENCES public.tenants (tenant, id) ON DELETE SET NULL;

COMMIT;
