create table m (id int not null, k text) partition by range (id);
create table m2 partition of m for values from (0) to (100) partition by range (id);
create table m2a partition of m2 for values from (0) to (10);
create index mi on m (k);
insert into m values (2,'a'); 
