create table t (id int primary key, a int, b text);
create materialized view m as select id, a from t;
create unique index m_id on m (id);
comment on column m.a is 'kept';
create view v as select a from m;
insert into t values (1, 1, 'b');
refresh materialized view m;
analyze;
