create table t (a int, b int);
create unique index t_a on t (a);
create index t_b on t (b);
insert into t values (1, 1);
analyze;
