-- Named by PostgreSQL: users_mail_key becomes users_email_key by a rename, not by another index.
create table users (id bigint primary key, mail text unique, check (mail <> ''));
insert into users values (1, 'a');
analyze;
