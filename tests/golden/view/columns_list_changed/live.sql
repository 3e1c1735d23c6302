create table t (id int primary key, a text);
create view v_list (x, y) as select id, a from t;
create view v_none (x, y) as select id, a from t;
create view v_same (x, y) as select id, a from t;
create view v_as as select id as x, a as y from t;
