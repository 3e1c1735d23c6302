create schema app;
create table app.cities (id int primary key);
create table app.places (
  id serial primary key,
  no bigint generated always as identity,
  city_id int references app.cities
);
create index places_city on app.places (city_id);
create table app.visits (place_id int references app.places);
create view app.place_ids as select id from app.places;
comment on column app.places.city_id is 'where';
insert into app.cities values (1);
insert into app.places (city_id) values (1);
analyze app.cities, app.places, app.visits;
