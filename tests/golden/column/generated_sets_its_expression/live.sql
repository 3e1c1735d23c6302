create table t (id int primary key, a int not null, twice int generated always as (a * 2) stored, gone int generated always as (a) stored);
create index t_twice on t (twice);
create view v as select id, twice from t;
insert into t (id, a) values (1, 2);
