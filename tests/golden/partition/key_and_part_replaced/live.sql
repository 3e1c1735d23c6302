-- The part of a key, or an index, that goes with the whole can't be dropped by itself, and is there before the new whole.
create table p (d date not null, n int not null, m int not null) partition by range (d);
create table p1 partition of p for values from ('2024-01-01') to ('2025-01-01') partition by list (n);
create table p1_1 partition of p1 for values in (1);
alter table p add primary key (d, n), add constraint pu unique (n, d);
alter index p1_n_d_key rename to p1_mine;
alter index p1_1_n_d_key rename to p1_1_mine;
create index pi on p (m);
alter index p1_1_m_idx rename to p1_1_theirs;
insert into p values ('2024-05-05', 1, 1);
