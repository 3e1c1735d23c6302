create type c as (x int);
create table t (id int, v c);
