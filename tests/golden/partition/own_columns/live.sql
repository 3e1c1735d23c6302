create table t (id bigint, at date not null, a int default 1, b text) partition by range (at);
create table t_1 partition of t (a default 5, b not null) for values from ('2025-01-01') to ('2026-01-01');
create table t_2 partition of t for values from ('2026-01-01') to ('2027-01-01');
alter table t_2 alter a drop default;
alter table t_2 alter b set statistics 500;
