create table t (id int, own text);
create policy p on t using (own = current_user and id > 0);
