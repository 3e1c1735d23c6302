create table base (id int not null, n int);
alter table base add constraint base_n check (n > 0);
create table child (id int not null, n int, own text);
create table a (x int);
create table b (y int);
create table ab () inherits (a, b);
insert into child values (1, 1);
analyze;
