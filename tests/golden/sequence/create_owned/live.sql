create table orders (no bigint);
insert into orders values (4);
analyze orders;
