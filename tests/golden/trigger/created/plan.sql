-- Plan for golden (PostgreSQL 15.20): 12 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET check_function_bodies = off;
SET search_path = public;

-- Additive

BEGIN;

-- + schema app
CREATE SCHEMA app;

SET search_path = app, public;

-- + function app.check_it()
CREATE FUNCTION app.check_it() RETURNS trigger LANGUAGE plpgsql
AS $$begin return null; end$$;

SET search_path = public;

-- + function public.touch()
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql
AS $$begin return new; end$$;

-- + table public.new_table
CREATE TABLE public.new_table (
  id integer NOT NULL,
  CONSTRAINT new_table_pkey PRIMARY KEY (id)
);
CREATE CONSTRAINT TRIGGER later after insert or update ON public.new_table from public.old_table deferrable initially deferred for each row execute function app.check_it();
CREATE TRIGGER never before insert ON public.new_table for each statement execute function touch();
ALTER TABLE public.new_table DISABLE TRIGGER never;

-- + view public.new_view
CREATE VIEW public.new_view AS
select id from new_table;

-- + trigger public.new_view.put
CREATE TRIGGER put instead of insert ON public.new_view for each row execute function touch();

-- + trigger public.old_table."Odd; name"
CREATE TRIGGER "Odd; name" before insert ON public.old_table for each statement execute function touch();

-- + trigger public.old_table.long
CREATE TRIGGER long after delete or truncate ON public.old_table for each statement execute function app.check_it('it''s', '', E'\\');
ALTER TABLE public.old_table ENABLE ALWAYS TRIGGER long;
COMMENT ON TRIGGER long ON public.old_table IS 'of the whole statement';

-- + trigger public.old_table.moved
CREATE TRIGGER moved after update ON public.old_table referencing old table as was new table as is_now for each statement execute function touch();

-- + trigger public.old_table.short
CREATE TRIGGER short before insert or update of a, id or delete ON public.old_table for each row execute function touch('x', '5', 'Y');

-- + trigger public.old_table.sometimes
CREATE TRIGGER sometimes before update ON public.old_table for each row when (new.a > old.a or (old.a is null)) execute function touch();

-- + trigger public.old_view.put
CREATE TRIGGER put instead of insert or update or delete ON public.old_view for each row execute function touch();

COMMIT;
