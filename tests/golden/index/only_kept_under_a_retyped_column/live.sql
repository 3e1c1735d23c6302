create table p (id int, a int) partition by range (id); create table p1 partition of p for values from (0) to (10); create index i2 on only p (a);
