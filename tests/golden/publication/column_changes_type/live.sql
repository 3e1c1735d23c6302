-- A published column of a filter changes its type: the table leaves the publication for as long.
create table orders (id int primary key, total numeric, note text);
create table items (id int primary key, price numeric);
create schema app;
create table app.log (id int, line text);
create publication p for table orders where (id > 0), items;
