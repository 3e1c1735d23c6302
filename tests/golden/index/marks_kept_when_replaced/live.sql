create table t (a int not null, b int not null);
create unique index t_a on t (a);
create index t_b on t (b);
alter table t cluster on t_b;
alter table t replica identity using index t_a;
insert into t values (1, 1);
analyze;
