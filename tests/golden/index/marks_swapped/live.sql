-- Two marks change places: each statement replaces the old one by itself, in whichever order.
create table t (a int not null, b int not null);
create unique index u on t (a);
create unique index u2 on t (b);
alter table t replica identity using index u;
alter table t cluster on u2;
