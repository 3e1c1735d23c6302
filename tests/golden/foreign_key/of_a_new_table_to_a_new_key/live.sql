-- The new table is additive; its foreign key waits for the unique constraint, which is not.
create table t (a int, b int);
insert into t values (1, 1);
analyze;
