create table t (id bigint, at date not null) partition by range (at);
create table t_2025 partition of t for values from ('2025-01-01') to ('2026-01-01');
create table t_2026 partition of t for values from ('2026-01-01') to ('2027-01-01');
insert into t values (1, '2025-02-02');
analyze;
