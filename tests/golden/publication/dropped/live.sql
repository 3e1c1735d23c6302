-- Where the declaration answers for the whole database.
create table orders (id int primary key, total numeric, note text);
create table items (id int primary key, price numeric);
create schema app;
create table app.log (id int, line text);
create publication p for table items, orders;
create publication q for all tables;
