-- Part of a table becomes a table of its own; both refer to each other, and a view joins them.
create table users (id bigint primary key, email text not null unique, street text, city text, zip text,
  constraint has_city check (street is null or city is not null));
create index users_city on users (city);
create view addresses as select id, street, city from users;
insert into users values (1, 'e', 's', 'c', 'z');
analyze;
