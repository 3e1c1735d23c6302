create table t (a int, b int default 1, c int default 1, d timestamptz default now(), e text);
insert into t values (1);
analyze t;
