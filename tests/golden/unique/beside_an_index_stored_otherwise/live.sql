create table t (id int, n int);
create unique index t_id on t (id) with (fillfactor = 70);
create unique index t_n on t (n) with (fillfactor = 70);
