-- DROP COLUMN would take all of these along in silence; the plan names each, and narrows the one that is wanted.
create table t (a int, b int, c int);
create index t_ab on t (a, b);
create index t_partial on t (a) where b > 0;
create index t_include on t (a) include (b);
create index t_expr on t ((a + b));
create index t_c on t (c);
insert into t values (1, 1, 1);
analyze;
