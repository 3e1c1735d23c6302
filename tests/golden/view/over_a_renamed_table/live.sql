-- PostgreSQL follows the rename inside the views: they mean the same as before.
create table people (id int primary key, name text);
create view names as select p.id, p.name from people p where p.name <> '';
create view short as select id from people;
insert into people values (1, 'a');
analyze;
