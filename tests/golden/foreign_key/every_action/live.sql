create table parents (id bigint primary key, code text unique, kind text default 'x');
create table children (id bigint primary key, a bigint, b bigint, c bigint default 1, d bigint, e text);
insert into parents values (1, 'a', 'k');
insert into children values (1, 1, 1, 1, 1, 'a');
create table few (id bigint primary key, a bigint, b bigint);
analyze;
