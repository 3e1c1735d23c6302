-- The same name on another table: the old one goes first, since a schema has each name once.
create table a (x int);
create table b (x int);
create index the_index on a (x);
create index the_other on b (x);
insert into a values (1);
insert into b values (1);
analyze;
