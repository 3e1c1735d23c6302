create table t (a int, b int not null);
create table empty (a int, b int not null);
insert into t values (1, 2);
analyze t, empty;
