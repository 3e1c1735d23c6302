create table t (
  a int, changes int generated always as (a + 1) stored, stops int generated always as (a + 1) stored, becomes int,
  type int generated always as (a + 1) stored
);
create index t_changes on t (changes);
create view v as select changes from t;
comment on column t.changes is 'computed';
insert into t (a, becomes) values (1, 2);
analyze t;
