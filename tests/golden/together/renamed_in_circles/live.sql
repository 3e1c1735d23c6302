create table a(id int, x text); create table b(id int, x text); insert into a values(1,'a'); insert into b values(2,'b');
create table c(p int, q int); insert into c values(1,2);
create index i1 on c(p); create index i2 on c(q);
