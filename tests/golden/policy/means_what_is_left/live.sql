create table t (id int, x int);
create table u (id int, x int);
insert into t values (1, 100);
insert into u values (1, 5);
create view changed as select id from u;
create materialized view anew as select u.id, u.x from u where exists (select from t where t.id = u.id);
create policy rows on u using (exists (select from t where t.id = u.id));
