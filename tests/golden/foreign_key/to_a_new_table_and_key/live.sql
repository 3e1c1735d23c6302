create table places (id int primary key, city text, lot int);
insert into places values (1, null, null);
create table lots (n int not null);
insert into lots values (1);
analyze;
