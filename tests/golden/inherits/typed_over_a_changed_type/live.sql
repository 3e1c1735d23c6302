create type address as (street text, city text, zip int);
create table people of address (primary key (street), unique (city));
insert into people values ('a', 'b', 1);
analyze;
