create table t (id int);
insert into t values (1);
delete from t;
create table empty (id int);
analyze t, empty;
