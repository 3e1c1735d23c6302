create table places (id int primary key, name text, junk text);
insert into places values (1, 'Aswan', null);
analyze places;
