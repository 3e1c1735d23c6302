create table old_table (id int primary key, a int);
create view old_view as select id from old_table;
insert into old_table values (1, 1);
analyze;
