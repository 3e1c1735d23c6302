-- Instant; an index has no clients that name it.
create table t (a int, b int);
create index t_1 on t (a);
create unique index "T 2" on t (b);
create index t_3 on t (a, b);
comment on index t_1 is 'kept';
insert into t values (1, 1);
analyze;
