create table t (id int primary key);
create view a_base as select id from t;
create view b_top as select id from a_base;
create view kept as select id from t;
comment on view a_base is 'x';
