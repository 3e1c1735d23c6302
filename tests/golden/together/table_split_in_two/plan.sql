-- Plan for golden (PostgreSQL 15.20): 2 additive steps, 9 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + table public.user_addresses
CREATE TABLE public.user_addresses (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  user_id bigint NOT NULL,
  street text,
  city text,
  zip text,
  CONSTRAINT user_addresses_pkey PRIMARY KEY (id),
  CONSTRAINT has_city CHECK (street is null or city is not null)
);
ALTER TABLE public.user_addresses ADD CONSTRAINT user_addresses_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE;

-- + column public.users.home_id
ALTER TABLE public.users ADD COLUMN home_id bigint;

-- Breaking

-- - view public.addresses
--   because column public.users.city is dropped
--   breaks-clients: clients that use the view fail
DROP VIEW public.addresses;

-- + foreign key public.users.users_home_id_fkey
--   blocks-writes: writes to both tables wait while every row is checked
--   may-fail-on-data: a row without its referenced row makes it fail
--   breaks-clients: clients that write or delete what it forbids fail
ALTER TABLE public.users ADD CONSTRAINT users_home_id_fkey FOREIGN KEY (home_id) REFERENCES public.user_addresses (id) ON DELETE SET NULL;

-- - index public.users.users_city
--   breaks-clients: queries that use it become slow
DROP INDEX public.users_city;

-- + index public.user_addresses.users_city
CREATE INDEX users_city ON public.user_addresses (city);

-- - check public.users.has_city
--   breaks-clients: rows that it refused can come in
ALTER TABLE public.users DROP CONSTRAINT has_city;

-- - column public.users.city
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.users DROP COLUMN city;

-- - column public.users.street
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.users DROP COLUMN street;

-- + view public.addresses
--   because column public.users.city is dropped
CREATE VIEW public.addresses AS
select u.id, a.street, a.city from users u left join user_addresses a on a.user_id = u.id;

-- - column public.users.zip
--   destroys-data: every value of the column is lost
--   breaks-clients: clients that use the column fail
ALTER TABLE public.users DROP COLUMN zip;

COMMIT;
