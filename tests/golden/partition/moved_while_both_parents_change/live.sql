create table q (a int, b int) partition by range (a);
create table q1 partition of q for values from (0) to (10);
create table r (a int, b int, c int) partition by range (a);
insert into q values (1, 2);
analyze;
