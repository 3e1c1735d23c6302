-- A leftover that is also wanted under another name, or with other options, is built anew all the same.
create table t (a int, b int);
insert into t values (1, 1);
create index t_old on t (a);
create index t_b on t (b);
update pg_index set indisvalid = false where indexrelid in ('t_old'::regclass, 't_b'::regclass);
analyze;
