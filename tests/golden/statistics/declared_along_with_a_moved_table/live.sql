create schema s; create table a (x int, y int); create statistics ss on x, y from a;
create table pa (x int, y int) partition by range (x); create table pa1 partition of pa for values from (0) to (10); create statistics ss2 on x, y from pa1;
