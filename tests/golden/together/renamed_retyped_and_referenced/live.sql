-- One table under all at once: another name, another column name of another type, a new reference, a new check.
create table places (id text primary key, city text, score int check (score > 0), kind text default 'x');
create index places_city on places (city);
create view good_places as select id, score from places where score > 5;
insert into places values ('11111111-1111-1111-1111-111111111111', '21111111-1111-1111-1111-111111111111', 7, 'x');
create table cities (id uuid primary key);
insert into cities values ('21111111-1111-1111-1111-111111111111');
analyze;
