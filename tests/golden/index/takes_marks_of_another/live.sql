-- A key that gives up its marks does so by the step of the index that takes them, and waits for that.
create table t (a int primary key, b text not null);
alter table t cluster on t_pkey;
alter table t replica identity using index t_pkey;
create unique index i on t (b desc);
