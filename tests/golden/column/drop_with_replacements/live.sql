create table t (id int primary key, a int, b int, constraint a_b unique (a, b), constraint positive check (a > 0 and b > 0));
create index t_b_a on t (b, a);
create view v as select id, a, b from t;
insert into t values (1, 2, 3);
analyze t;
