-- The rename was carried out long ago; another index bears the old name now.
create table t (a int, b int);
create index t_new on t (a);
create index t_old on t (b);
