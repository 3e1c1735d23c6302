create table r (id int primary key);
create table t (id bigint not null, at date not null, a int, r int, check (a > 0)) partition by range (at);
create table t_1 partition of t for values from ('2025-01-01') to ('2026-01-01');
create table t_2 partition of t for values from ('2026-01-01') to ('2027-01-01');
create index t_a on t (a);
insert into r values (1);
insert into t values (1, '2025-01-01', 1, 1);
analyze;
