-- Nothing but the column's name changes: no index is touched.
create table t (id int, name text, data jsonb);
create index t_name on t (name);
create index t_lower on t (lower(name), (id + 1));
create index t_partial on t (id) where name <> 'name' and data ? 'name';
create index t_include on t (id) include (name);
insert into t values (1, 'n', '{}');
analyze;
