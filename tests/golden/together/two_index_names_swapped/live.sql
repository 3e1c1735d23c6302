-- Whether that was done already, no one can see from the names: each is made to be what it is declared to be.
create table t (a int, b int);
create index t_one on t (a);
create index t_two on t (b);
insert into t values (1, 1);
analyze;
