create table c (id int primary key, x text, n bigint);
create table empty (id int primary key);
insert into c values (41, 'a', 7), (3, 'b', null);
analyze;
