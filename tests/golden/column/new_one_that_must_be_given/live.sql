-- A new column without a default that may not be NULL: clients that leave it out fail, whether there is a row or not.
create table empty (id int);
create table filled (id int);
insert into filled values (1);
create table anew (x xml not null, y xml);
analyze;
create domain filled_in as int default 5;
