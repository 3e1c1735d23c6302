create table t (id int, state text);
create view v as select id, state from t;
