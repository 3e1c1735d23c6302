-- On one table a constraint's name is there once, whatever its kind.
create table p (id int primary key);
create table t (a int, b int, c int,
  constraint t_1 check (a > 0), constraint t_2 unique (b), constraint t_3 foreign key (c) references p);
insert into p values (1);
insert into t values (1, 1, 1);
analyze;
