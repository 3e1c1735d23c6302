create table p (a int, b int) partition by range (a);
create table p1 partition of p for values from (0) to (10) partition by range (b);
create table p11 partition of p1 for values from (0) to (10);
insert into p values (1, 2);
analyze;
