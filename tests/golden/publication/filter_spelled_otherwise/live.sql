-- The same filter as PostgreSQL writes it, and as people do.
create table orders (id int primary key, total numeric, note text);
create table items (id int primary key, price numeric);
create schema app;
create table app.log (id int, line text);
create publication p for table orders where (total > 0 and note in ('a', 'b') and not (id between 3 and 4)), items where (price is not null);
