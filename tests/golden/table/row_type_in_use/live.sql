-- Its rows are the type of another table's column: PostgreSQL changes none of its columns' types then.
create table t1 (a int, b int);
create table t2 (x t1);
