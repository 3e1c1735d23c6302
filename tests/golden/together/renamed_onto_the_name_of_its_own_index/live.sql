-- Tables and indexes share their names: the index goes before the table takes its name; the constraint, whose statement
-- names the table, has another name.
create table t (id int primary key, a int);
create index u on t (a);
insert into t values (1, 1);
analyze;
