create table users (id bigint primary key, name varchar(50), email text, score int, seen timestamptz, gone boolean);
insert into users select n, 'n' || n, 'e' || n, n, now(), false from generate_series(1, 30) n;
create table drafts (id bigint primary key, name varchar(50), email text);
analyze;
