-- Referencing tables first.
create table a_parent (id int primary key);
create table b_child (id int primary key, parent_id int references a_parent);
create table c_grandchild (id int primary key, child_id int references b_child, parent_id int references a_parent);
create table kept (id int primary key, parent_id int references a_parent);
insert into kept values (1, null);
analyze;
