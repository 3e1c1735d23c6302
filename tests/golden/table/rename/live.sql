create table places (id int, name text);
comment on table places is 'to visit';
insert into places values (1, 'Aswan');
analyze places;
