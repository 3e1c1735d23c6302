-- To allow the one column is enough for what steps aside for it: a view of other columns does not wait for another column.
create table t (id int primary key, name varchar(200), n int);
create materialized view mv as select id, name from t;
create unique index mv_id on mv (id);
create index mv_name on mv (name);
create view v as select name from t;
