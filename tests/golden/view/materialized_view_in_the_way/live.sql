-- plumb does not manage materialized views yet: it says what stands in the way, and neither drops nor breaks it.
create table t (id int primary key, a int);
create view v as select id, a from t;
create materialized view m as select id, a from v;
insert into t values (1, 1);
analyze;
