create table t (id int, a int, b text, constraint a_positive check (a > 0));
create index t_a_b on t (a, b);
insert into t values (1, 2, '3');
analyze t;
