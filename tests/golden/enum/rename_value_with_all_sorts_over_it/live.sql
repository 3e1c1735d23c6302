create type state as enum ('new', 'sent');
create table orders (
  id int primary key,
  state state not null default 'sent',
  seen state[] default '{new,sent}',
  done boolean generated always as (state = 'sent') stored,
  constraint orders_known check (state in ('new', 'sent'))
);
create index orders_open on orders (id) where state <> 'sent';
create view sent_orders as select id from orders where state = 'sent';
insert into orders (id) values (1);
analyze orders;
