create table t (id bigint primary key, a int) partition by range (id);
create table p partition of t for values from (1) to (100);
create view v as select id, a from t;
create materialized view m as select a from t where id > 5;
