create extension citext;
create schema ext;
create table people (email citext not null default 'nobody@example.org' unique check (email <> ''));
insert into people values ('ada@example.org');
analyze people;
