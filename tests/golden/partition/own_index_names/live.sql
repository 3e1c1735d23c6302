create table t (id bigint not null, at date not null, a int) partition by range (at);
alter table t add constraint t_pkey primary key (id, at);
create index t_a on t (a);
create table t_1 (id bigint not null, at date not null, a int, constraint odd_key primary key (id, at));
create index odd_index on t_1 (a) with (fillfactor = 80);
alter table t attach partition t_1 for values from ('2025-01-01') to ('2026-01-01');
insert into t values (1, '2025-01-01', 1);
analyze;
