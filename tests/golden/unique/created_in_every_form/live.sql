create table users (id bigint primary key, email text, login text, tenant int, badge int, nick text);
insert into users select n, 'u' || n, 'l' || n, n, n, 'n' || n from generate_series(1, 10) n;
analyze;
