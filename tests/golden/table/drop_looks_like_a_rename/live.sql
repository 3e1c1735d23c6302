create table places (id int primary key, name text);
insert into places values (1, 'Aswan');
analyze places;
