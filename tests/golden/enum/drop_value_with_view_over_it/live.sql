create type state as enum ('new', 'lost', 'sent');
create table orders (id int primary key, state state not null);
create view open_orders as select id, state from orders where state = 'new';
create view first_open_order as select min(id) as id from open_orders;
create view ids as select id from orders;
comment on view open_orders is 'to be sent';
insert into orders values (1, 'new');
analyze orders;
