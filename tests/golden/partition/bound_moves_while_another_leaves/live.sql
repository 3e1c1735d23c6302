create table par (id int primary key);
create table m (id int primary key, ref int references par(id)) partition by range (id);
create table m2 partition of m for values from (0) to (100);
create table mdef partition of m default;
create table q (mid int references m(id));
insert into m values (1,null); insert into q values (1);
