create type pair as (a integer, b text);
create table t (p pair);
create view v as select (p).a from t;
insert into t values ('(1,x)'); analyze t;
