create table t (price numeric);
create table i (n int);
create table s (n int);
insert into t values (1.5);
insert into i values (1);
insert into s values (1);
analyze t, i, s;
