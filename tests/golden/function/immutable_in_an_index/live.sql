create function f(n int) returns int language sql immutable as 'select n';
create table t (id int primary key, a int, b int generated always as (f(a)) stored);
create index t_f on t (f(a));
insert into t (id, a) values (1, 1);
analyze;
