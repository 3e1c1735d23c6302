create table m (id int, usr text);
create table t (id int, own text);
create policy p on t using (exists (select 1 from m where m.usr = t.own));
create policy q on t using (own = current_user) with check (id in (select m.id from m));
create policy r on m using (usr = current_user);
create policy s on t using (own = current_user and exists (select 1 from m where m.usr = own and t.own <> ''));
