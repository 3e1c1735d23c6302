-- A view goes over to an operator whose name begins as that of the old one.
create function lt(a int, b int) returns boolean language sql immutable as 'select a < b';
create operator <<| (leftarg = int, rightarg = int, function = lt);
create view v as select 1 <<| 2 as x;
