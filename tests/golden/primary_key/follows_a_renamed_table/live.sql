-- Nobody named the key; when the table is renamed, the name that PostgreSQL would choose changes with it. That is a
-- rename, not an index built anew with the foreign key dropped and checked again.
create table people (id bigint primary key, email text unique);
create table letters (id bigint primary key, person_id bigint references people);
create index on people (lower(email));
insert into people values (1, 'a@b.c');
insert into letters values (1, 1);
analyze;
