create table t (id int);
create table empty (id int);
insert into t values (1), (2);
analyze t, empty;
