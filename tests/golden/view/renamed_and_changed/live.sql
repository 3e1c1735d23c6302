create table t (id int primary key, a text);
create view old_name as select id from t;
