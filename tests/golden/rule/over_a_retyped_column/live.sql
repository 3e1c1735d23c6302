create table t (id int primary key, a int);
create table log (a int);
create rule keep as on update to t do also insert into log values (new.a);
comment on rule keep on t is 'stays';
insert into t values (1, 1);
analyze;
