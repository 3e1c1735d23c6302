create table cities (id int primary key, parent_id int references cities);
create table places (id int, city_id int not null references cities on delete cascade);
create index places_city on places (city_id);
insert into cities values (1, null);
insert into places values (1, 1);
analyze cities, places;
