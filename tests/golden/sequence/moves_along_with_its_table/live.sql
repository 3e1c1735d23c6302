create table products (id serial primary key, t text);
create table parts (id serial primary key);
insert into products (t) values ('a');
