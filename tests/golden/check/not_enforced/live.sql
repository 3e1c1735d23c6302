create table t (id int primary key, a int constraint off check (a > 0) not enforced, b int constraint checked check (b > 0));
insert into t values (1, 1, 1);
