create table t (id int primary key, a int, b text);
create view v as select id, a, b from t;
comment on column v.id is 'before';
comment on column v.b is 'gone';
alter view v alter column a set default 1;
alter view v alter column b set default 'x';
create view same as select id, a from t;
alter view same alter column a set default 1;
