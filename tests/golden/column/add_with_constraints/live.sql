create table cities (id int primary key);
create table t (id int);
insert into cities values (1);
insert into t values (1);
analyze cities, t;
