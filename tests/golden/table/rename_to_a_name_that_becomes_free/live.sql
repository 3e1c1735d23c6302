create table places (id int);
create table attractions (id int, old boolean);
insert into places values (1);
insert into attractions values (1, true);
analyze places, attractions;
