create table users (id bigint primary key, email text constraint uq_mail unique);
insert into users values (1, 'a');
analyze;
