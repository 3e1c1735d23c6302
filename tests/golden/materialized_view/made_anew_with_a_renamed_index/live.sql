-- Its index gets another name while it is made anew itself.
create table t (id int primary key, a text);
create materialized view mv as select * from t;
create unique index mvi on mv (id);
create view vm as select a from mv;
comment on materialized view mv is 'm';
