create schema shop;
create table public.orders (id int primary key);
create table shop.orders (id int primary key, note text);
insert into public.orders values (1);
insert into shop.orders values (1, 'x');
analyze public.orders, shop.orders;
