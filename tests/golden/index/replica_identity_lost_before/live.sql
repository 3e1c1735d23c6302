-- Someone dropped the index that identified rows: the table is published with no key at all, which no index shows.
create table t (a int primary key, b int not null);
create unique index t_b on t (b);
alter table t replica identity using index t_b;
drop index t_b;
