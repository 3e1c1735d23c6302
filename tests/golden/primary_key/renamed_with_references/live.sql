-- A rename keeps the index and what refers to it: nothing is rebuilt, the foreign key stays.
create table users (id bigint, constraint pk_users primary key (id));
create table orders (id bigint primary key, user_id bigint references users (id));
insert into users values (1), (2);
insert into orders values (10, 1);
analyze;
