create table t (id int primary key, owner text);
insert into t values (1, 'me');
analyze;
