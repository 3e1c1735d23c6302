create table people of types.address (primary key (street), city with options default 'here');
create table places (street text, city text);
create table undeclared of types.address;
