-- A new column is NULL everywhere: the key that comes with it still locks both tables for the scan of the rows.
create table types (id int primary key);
create table places (id int primary key);
insert into types values (1);
insert into places values (1);
analyze;
