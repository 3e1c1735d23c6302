create table t (id int primary key, title text);
create materialized view m as select id, title as name, length(title) as size from t where title is not null;
create index m_name on m (name);
insert into t values (1, 'a');
