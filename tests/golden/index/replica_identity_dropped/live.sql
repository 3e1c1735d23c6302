-- When the index that identifies rows goes, PostgreSQL keeps the mark and replicates no key at all: UPDATE on a
-- published table then fails. The table must come back to its default.
create table t (a int primary key, b int not null);
create unique index t_b on t (b);
alter table t replica identity using index t_b;
insert into t values (1, 1);
analyze;
