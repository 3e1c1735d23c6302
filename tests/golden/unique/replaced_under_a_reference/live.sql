-- A column joins INCLUDE: the constraint is made anew, and the foreign key on it steps aside and comes back.
create table products (id bigint primary key, sku text constraint products_sku unique, name text);
create table lines (id bigint primary key, sku text constraint lines_sku references products (sku) on update cascade);
comment on constraint lines_sku on lines is 'by sku, as printed on the box';
insert into products values (1, 's', 'name');
insert into lines values (1, 's');
analyze;
