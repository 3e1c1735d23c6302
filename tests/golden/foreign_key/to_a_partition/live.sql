create table a (id int primary key) partition by range (id); create table a1 partition of a for values from (0) to (10);
create table r (id int references a1 (id));
