create table referenced (a int primary key);
create table parted (a int references referenced) partition by list (a);
create table parted_1 partition of parted for values in (1);
create table own partition of parted for values in (2);
alter table own add constraint of_its_own foreign key (a) references referenced;
