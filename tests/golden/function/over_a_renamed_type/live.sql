create type mood as enum ('calm', 'busy');
create table t (id int primary key, a int);
create function f(m mood, n t) returns mood language sql as 'select m';
create function g() returns setof t language sql as 'select * from t';
create function h() returns bigint begin atomic select sum(a) from t; end;
comment on function f(mood, t) is 'stays';
