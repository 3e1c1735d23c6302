create table p (id int primary key, full_name text);
create view v as select id, full_name from p;
alter table p enable row level security;
create policy own on p using (full_name = current_user);
