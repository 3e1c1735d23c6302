create table t (id int, a int);
create table u (id int);
create policy p on u using (exists (select from t where t.a = u.id));
create rule r as on delete to u do also update t set a = 0;
