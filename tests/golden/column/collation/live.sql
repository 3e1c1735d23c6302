create table t (a text, b text collate "C", c text collate "C", d text, e text collate "C");
create index t_a on t (a);
create index t_b on t (b);
create index t_d on t (d collate "C");
create view v as select b from t where b > 'm';
insert into t values ('a', 'b', 'c', 'd', 'e');
analyze t;
