create schema s1; create schema s2; create table s1.a(i int); create table s1.b(i int); insert into s1.a values(1); insert into s1.b values(2);
