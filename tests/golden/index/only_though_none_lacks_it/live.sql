create table t (a int, b int) partition by range (a);
create table t_1 partition of t for values from (1) to (2);
create index t_b on t (b);
