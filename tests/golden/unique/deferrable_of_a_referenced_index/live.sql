create table t (id int not null, a int);
create unique index t_a on t (a);
create table r (a int references t (a));
insert into t values (1,1); insert into r values (1);
