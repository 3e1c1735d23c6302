-- A view that must step aside comes back with its options: losing security_invoker would bypass row security.
create table t (id integer primary key, owner text);
create view v1 with (security_invoker = true, security_barrier = true) as select id, owner from t;
create view v2 with (check_option = local) as select id from v1 where id > 0;
comment on view v1 is 'mine';
insert into t values (1, 'a');
analyze;
