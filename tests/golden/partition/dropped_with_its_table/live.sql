create table other (id int primary key);
create table t (id bigint, at date not null) partition by range (at);
create table t_2025 partition of t for values from ('2025-01-01') to ('2026-01-01') partition by list (id);
create table t_2025_one partition of t_2025 for values in (1);
create index t_id on t (id);
