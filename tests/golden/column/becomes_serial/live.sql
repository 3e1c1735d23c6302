create table c (id int primary key, x text, n bigint, code text);
create table empty (id int primary key);
create table p (id int, k int) partition by list (k);
create table p1 partition of p for values in (1);
insert into c values (41, 'a', 7, 'A1'), (3, 'b', null, 'A2');
insert into p values (12, 1);
analyze;
