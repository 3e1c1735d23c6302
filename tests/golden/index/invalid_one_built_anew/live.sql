-- What an interrupted CREATE INDEX CONCURRENTLY leaves behind is no index: the plan must not be empty.
create table t (a int, b int, c int, d int);
insert into t values (1, 1, 1, 1);
create index t_a on t (a);
create unique index t_b on t (b);
create index t_c on t (c);
create index t_d on t (d);
comment on index t_a is 'kept';
update pg_index set indisvalid = false where indexrelid in ('t_a'::regclass, 't_c'::regclass);
update pg_index set indisvalid = false, indisready = false where indexrelid = 't_b'::regclass;
analyze;
