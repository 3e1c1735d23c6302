create type mood as enum ('calm', 'busy', 'gone');
create table t (id int primary key, a int, m mood);
create function f() returns bigint begin atomic select sum(a) from t; end;
create function g(m mood) returns mood language sql as 'select m';
create view v as select f() as x;
comment on function f() is 'stays';
insert into t values (1, 1, 'calm');
analyze;
