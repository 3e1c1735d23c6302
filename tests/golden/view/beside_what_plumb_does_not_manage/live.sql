-- None of these stands in the way of the plan, and none may be touched by it: a policy and a materialized view over
-- columns that stay as they are.
create table t (id int primary key, a int, b text);
create view v as select id, a from t;
alter table t enable row level security;
create policy p on t using (b = current_user);
create materialized view m as select id, b from t;
insert into t values (1, 1, 'b');
analyze;
