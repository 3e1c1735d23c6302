create table theirs (id serial primary key, a text);
create table ours (a int, n serial);
