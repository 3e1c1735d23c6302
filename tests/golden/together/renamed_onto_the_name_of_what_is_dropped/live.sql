-- A view under the wanted name stood for the table until now; it goes before the rename. Likewise a constraint.
create table users_v2 (id int primary key, name text, constraint names check (name <> ''), constraint old_names check (id > 0));
create view users as select id, name from users_v2;
insert into users_v2 values (1, 'a');
analyze;
