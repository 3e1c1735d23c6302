-- Someone dropped the index that identified rows; another one is to do so.
create table t (a int primary key, b int not null);
create unique index t_b on t (b);
alter table t replica identity using index t_b;
drop index t_b;
create table n (a int primary key);
alter table n replica identity nothing;
