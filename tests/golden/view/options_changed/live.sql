create table t (id int primary key, owner text);
create view v_set as select id from t where id > 0;
create view v_reset with (security_barrier = true, check_option = cascaded) as select id from t where id > 0;
create view v_change with (check_option = local, security_invoker = true) as select id from t where id > 0;
create view v_same with (security_barrier) as select id from t;
