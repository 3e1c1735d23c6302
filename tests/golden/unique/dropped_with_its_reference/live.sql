-- The foreign key that stands on it goes first.
create table products (id bigint primary key, sku text unique);
create table lines (id bigint primary key, sku text references products (sku), note text unique);
insert into products values (1, 's');
insert into lines values (1, 's', 'n');
analyze;
