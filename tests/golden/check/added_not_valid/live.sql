-- Not checked against the rows that are there: no scan, but every later write of such a row fails.
create table ages (id bigint primary key, age int);
insert into ages values (1, -5);
analyze;
