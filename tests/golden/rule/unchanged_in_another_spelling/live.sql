create table t (id int primary key, a varchar(3));
create table log (id int, a text);
create view v as select id, a from t;
create rule a as on insert to v do instead insert into t (id, a) values (new.id, new.a);
create rule b as on update to v where new.a in ('a', 'b') do instead update t set a = new.a where t.id = old.id;
create rule c as on update to v do instead nothing;
create rule d as on delete to v do instead (insert into log values (old.id, old.a); delete from t where t.id = old.id);
create rule e as on delete to t where old.a is null do also delete from log where log.id = old.id;
