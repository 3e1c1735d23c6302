create schema app;
create type app.state as enum ('new', 'sent');
create table app.orders (
  state app.state not null default 'new',
  seen app.state[] default '{new}',
  check (state <> 'sent'::app.state)
);
create index orders_open on app.orders (state) where state = 'new'::app.state;
create view app.v as select 'new'::app.state as s, state from app.orders;
insert into app.orders default values;
analyze app.orders;
