create table t (id int primary key, a text);
create view old_name with (security_barrier = true) as select id, a from t;
create view on_top as select id from old_name;
comment on view old_name is 'kept';
