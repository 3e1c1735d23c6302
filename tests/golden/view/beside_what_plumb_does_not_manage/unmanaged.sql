alter table t enable row level security;
create policy p on t using (b = current_user);
create materialized view m as select id, b from t;
