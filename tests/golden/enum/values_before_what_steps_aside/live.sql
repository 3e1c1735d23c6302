create type state as enum ('new', 'payed');
create table orders (id int primary key, s state, p numeric(10,2));
create table lines (order_id int references orders, n int);
create view open_orders as select id, s from orders where s = 'new';
insert into orders values (1, 'new', 3), (2, 'payed', 4);
insert into lines values (1, 1);
create function send(int) returns void language sql as 'select null';
