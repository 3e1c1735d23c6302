create table t (id int primary key, owner text, n int);
alter table t enable row level security;
create policy a on t using (n > 0);
create policy b on t using (owner = current_user);
comment on policy a on t is 'kept';
create table u (id int);
create policy over_t on u using (exists (select from t where t.n = u.id));
insert into t values (1, 'me', 1);
analyze;
