create table t (id int primary key, owner_id int);
alter table t enable row level security;
create policy mine on t using (owner_id = current_setting('app.user')::int);
insert into t values (1, 1);
analyze;
