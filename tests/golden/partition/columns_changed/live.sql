create table t (id bigint not null, at date not null, a int default 1, gone text, n int) partition by range (at);
create table t_2025 partition of t for values from ('2025-01-01') to ('2026-01-01');
create table t_2026 partition of t for values from ('2026-01-01') to ('2027-01-01') partition by list (n);
create table t_2026_one partition of t_2026 for values in (1);
create index t_2025_gone on t_2025 (gone);
create index t_a on t (a);
insert into t values (1, '2025-02-02', 1, 'x', 1), (1, '2026-02-02', 1, 'x', 1);
comment on column t_2025.gone is 'goes';
analyze;
