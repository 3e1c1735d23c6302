create table a (id int primary key) partition by range (id); create table a2 partition of a for values from (10) to (20);
create table b (id int primary key) partition by range (id);
create table r (z int references a (id)); insert into a values (11); insert into r values (11);
