create table t (id int, at date, n int) partition by range (at);
create index t_n on t (n);
create table t_2025 partition of t for values from ('2025-01-01') to ('2026-01-01');
insert into t values (1, '2025-02-02', 1);
analyze;
