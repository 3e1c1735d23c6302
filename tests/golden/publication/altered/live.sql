-- Tables, filters, columns, schemas and operations come and go.
create table orders (id int primary key, total numeric, note text);
create table items (id int primary key, price numeric);
create schema app;
create table app.log (id int, line text);
create publication p for tables in schema app with (publish = 'insert, update');
create publication q for table only orders where (id > 5), items;
create publication left_alone for table items;
