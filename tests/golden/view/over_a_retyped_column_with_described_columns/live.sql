create table t (id int primary key, a int, b text);
create view v as select id, a, b from t;
comment on column v.id is 'kept';
alter view v alter column b set default 'x';
comment on column v.b is 'kept too';
insert into t values (1, 1, 'b');
analyze;
