create table cities (id int primary key);
create table places (
  id serial primary key,
  no bigint generated always as identity (start with 100),
  name text unique check (name <> ''),
  city_id int references cities,
  next_id int references places,
  during tstzrange,
  exclude using gist (during with &&)
);
create index on places (city_id, name);
create table visits (place_id int not null references places on delete cascade);
insert into cities values (1);
insert into places (name, city_id) values ('Aswan', 1), ('Luxor', 1);
insert into visits values (1);
analyze cities, places, visits;
