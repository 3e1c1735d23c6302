create table t (a int, b int);
create index t_1 on t (a);
insert into t values (1, 1);
analyze;
