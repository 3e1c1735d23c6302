create type state as enum ('new', 'old', 'gone');
create table t (id int, s state default 'new', primary key (id)) partition by range (id);
create table p1 partition of t for values from (1) to (10);
create table p2 partition of t (s default 'old') for values from (10) to (20);
create table base (s state default 'old');
create table child (n int) inherits (base);
insert into t values (1), (11);
insert into child values ('new', 1);
analyze;
