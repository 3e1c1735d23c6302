-- Tables, an enum, a sequence and a view move, with all that is on them and between them. What stays refers to them
-- under their new names.
create type public.stage as enum ('new', 'done');
create sequence public.numbers;
create table public.clients (id serial primary key, st stage not null default 'new', no bigint default nextval('numbers'), email text unique,
  check (st <> 'done' or no > 0));
create index on public.clients (no) where st = 'new';
create table public.orders (id bigint primary key, client_id int references clients on delete cascade);
create view public.fresh as select id, st from clients where st = 'new';
create view public.all_orders as select o.id, f.st from orders o join fresh f on f.id = o.client_id;
comment on table clients is 'who buys';
comment on column clients.no is 'number';
comment on view fresh is 'not done';
insert into clients (st) values ('new');
insert into orders values (1, 1);
analyze;
