create table users (id bigint primary key, email text constraint users_email unique);
insert into users values (1, 'a');
analyze;
