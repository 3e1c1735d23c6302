create type state as enum ('new', 'lost', 'sent');
comment on type state is 'where it stands';
create table orders (id int, state state not null default 'new');
create index orders_state on orders (state);
insert into orders values (1, 'new'), (2, 'sent');
analyze orders;
