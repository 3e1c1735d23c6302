-- An operator that must be made anew comes back before what uses it.
create function lt(a int, b int) returns boolean language sql immutable as 'select a < b';
create operator <<| (leftarg = int, rightarg = int, function = lt);
create table t (a int, b boolean generated always as (a <<| 5) stored, check (a <<| 7));
create function uses() returns boolean return 1 <<| 2;
create view v as select a <<| 3 as x from t;
insert into t values (1);
