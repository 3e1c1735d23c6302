-- A unique index becomes a unique constraint: one name, two kinds of thing.
create table users (id bigint primary key, email text);
create unique index users_email_key on users (email);
insert into users values (1, 'a');
analyze;
