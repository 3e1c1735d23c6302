create table public.kept (id integer);
