-- Grouping by the key alone makes the view depend on the constraint: the key can't be replaced under it.
create table t (id int primary key, name text, n int);
create table s (t_id int, x int);
create view totals as select t.id, t.name, sum(s.x) as x from t join s on s.t_id = t.id group by t.id;
insert into t values (1, 'a', 1);
analyze;
