create table t (id int not null, a int, b int, c text, d text);
create unique index t_a on t (a);
create unique index t_bc on t (b, c);
create unique index t_d on t (d) include (a);
comment on index t_bc is 'x';
insert into t values (1,1,1,'a','d');
create table r (a int references t (a));
insert into r values (1);
