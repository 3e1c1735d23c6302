create schema app;
create table app.users (id bigint primary key);
insert into app.users values (1);
analyze app.users;
