create table p (id int not null, k int not null) partition by list (k);
create table p1 partition of p for values in (1);
alter table p add constraint pk primary key (id, k); alter table p1 replica identity using index p1_pkey;
insert into p values (1,1);
