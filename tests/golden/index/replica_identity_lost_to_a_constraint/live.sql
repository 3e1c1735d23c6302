create table t (id int not null, b int not null);
create unique index ri on t (id);
alter table t replica identity using index ri;
alter table t cluster on ri;
insert into t values (1, 1);
