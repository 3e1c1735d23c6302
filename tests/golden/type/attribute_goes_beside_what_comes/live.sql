create type pair as (a int, gone int, b int);
create table t (c pair);
insert into t values (row(1, 2, 3));
