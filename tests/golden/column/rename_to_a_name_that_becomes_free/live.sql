create table t (a int, b text);
insert into t values (1, 'x');
analyze t;
