-- A view keeps the old name for its output: one is wanted so, the other is wanted with the new one.
create table people (id int primary key, name text);
create view keeps as select id, name from people;
create view changes as select id, name from people;
create view untouched as select id from people;
insert into people values (1, 'a');
analyze;
