create type c as (a int, b int);
create table t (x c[]);
