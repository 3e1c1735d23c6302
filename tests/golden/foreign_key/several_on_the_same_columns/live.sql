create table p (id int primary key);
create table q (id int primary key);
create table c (a int references p, b int);
alter table c add foreign key (a) references q;
insert into c values (null, null);
analyze;
