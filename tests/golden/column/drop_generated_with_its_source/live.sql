create table t (id int, a int, b int generated always as (a + 1) stored, c int generated always as (a * 2) stored);
insert into t values (1, 1);
analyze t;
