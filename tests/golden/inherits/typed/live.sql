create type address as (street text, city text);
create table people of address (primary key (street), city with options default 'here');
create table places (street text, city text);
