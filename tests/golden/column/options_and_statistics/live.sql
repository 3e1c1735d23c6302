create table t (a int, b text, c text);
alter table t alter a set (n_distinct = 5, n_distinct_inherited = -0.5);
alter table t alter b set statistics 100;
create index t_expressions on t (lower(b), c, lower(c));
alter index t_expressions alter column 1 set statistics 300;
