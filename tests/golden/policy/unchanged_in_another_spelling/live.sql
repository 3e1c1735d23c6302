create table members (team_id int, user_id uuid);
create table t (id int primary key, team_id int, owner uuid, state varchar(10), tags text[]);
alter table t enable row level security;
alter table t force row level security;
create policy a on t for select using (owner = auth.uid());
create policy b on t for select using (exists (select 1 from members m where m.team_id = t.team_id and m.user_id = auth.uid()));
create policy c on t for update using (team_id in (select team_id from members where user_id = auth.uid())) with check (state in ('new', 'open'));
create policy d on t for delete using ((select auth.uid()) = owner and not (state = 'kept'));
create policy e on t as restrictive for all using ('x' = any (tags)) with check (coalesce(state, 'new') <> 'gone');
