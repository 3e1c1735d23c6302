create schema s1; create schema s2; create table s1.k(a int); insert into s1.k values(1);
create table s1.l(a int); insert into s1.l values(1);
