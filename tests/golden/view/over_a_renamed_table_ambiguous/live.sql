create table orders (id int, n int);
create table other (id int, n int);
create view aliased as select orders.id from other orders, orders o where o.id = orders.id;
create view taken as select sales.id from orders join other sales on sales.id = orders.id;
create view twice as select orders.id from orders union select orders.n from orders;
