create table t (id bigint not null, at date not null, a int default 1, primary key (id, at), check (a > 0)) partition by range (at);
create index t_a on t (a);
create table t_2026 partition of t for values from ('2026-01-01') to ('2027-01-01');
create table t_2025 (id bigint not null, at date not null, a int default 1, primary key (id, at));
create index on t_2025 (a);
insert into t_2025 values (1, '2025-02-02', 1);
analyze;
