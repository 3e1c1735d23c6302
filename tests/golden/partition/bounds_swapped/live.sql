create table p (a int) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create table p3 partition of p for values from (20) to (30);
create table p4 partition of p for values from (30) to (40);
