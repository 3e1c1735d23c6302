create table t (a int, b int) partition by range (a);
create table t_1 partition of t for values from (1) to (2);
create table t_2 partition of t for values from (2) to (3);
create index t_b on only t (b);
create index t_1_b on t_1 (b);
alter index t_b attach partition t_1_b;
insert into t values (1, 1), (2, 2); analyze t;
