create schema app;
create table t (id int primary key);
create view v as select id from t;
create view w as select id from t;
