create extension citext;
create table t (a text, b citext, c int, d oid);
create index t_a on t (a);
create index t_b on t (b);
insert into t values ('a', 'b', 1, 2);
analyze t;
