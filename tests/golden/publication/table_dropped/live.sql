-- A table that goes leaves its publication, one that comes joins it.
create table orders (id int primary key, total numeric, note text);
create table items (id int primary key, price numeric);
create schema app;
create table app.log (id int, line text);
create publication p for table items, orders;
