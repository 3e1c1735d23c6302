create table orders (id int primary key, state text);
insert into orders values (1, 'new');
analyze;
