-- Neither table can be dropped while the other one references it: a foreign key must go by itself.
create table a (id int primary key);
create table b (id int primary key, a_id int references a);
alter table a add b_id int references b;
create table x (id int primary key);
create table y (id int primary key, x_id int references x);
create table z (id int primary key, y_id int references y);
alter table x add z_id int references z;
insert into a values (1, null);
analyze;
