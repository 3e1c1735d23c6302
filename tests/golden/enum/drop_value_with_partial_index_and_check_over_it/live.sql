create type state as enum ('new', 'lost', 'sent');
create table orders (
  id int primary key,
  state state not null,
  constraint orders_not_lost check (state <> 'lost'),
  constraint orders_new check (id > 0 or state = 'new')
);
create index orders_open on orders (id) where state = 'new';
create index orders_word on orders ((state = 'sent'));
insert into orders values (1, 'new');
analyze orders;
