create table t (a int, gone int);
create table u (gone text);
create function f(int) returns int language sql as 'select 1';
create function f(numeric) returns int language sql as 'select 2';
create function same(int, int) returns boolean language sql as 'select true';
create operator === (leftarg = int, rightarg = int, function = same);
create function same(bigint, bigint) returns boolean language sql as 'select true';
create operator === (leftarg = bigint, rightarg = bigint, function = same);
