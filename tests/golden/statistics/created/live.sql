create schema app;
create table t (id int, a int, b text);
insert into t values (1, 1, 'b');
analyze;
