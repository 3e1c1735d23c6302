create schema app;
create table app.places (id int, name text);
insert into app.places values (1, 'Aswan');
analyze app.places;
