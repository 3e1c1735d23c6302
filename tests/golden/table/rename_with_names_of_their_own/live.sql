create table cities (id int constraint city_key primary key);
create sequence place_no;
create table places (
  id int constraint place_key primary key default nextval('place_no'),
  city_id int constraint place_city references cities,
  constraint place_id check (id > 0)
);
alter sequence place_no owned by places.id;
create index place_by_city on places (city_id) where places.id > 10;
create view place_ids as select places.id from places;
create view view_over_view as select p.id from place_ids p;
insert into cities values (1);
insert into places values (1, 1);
analyze cities, places;
