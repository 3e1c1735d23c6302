create function add(a int, b int) returns int language sql immutable as 'select a + b';
create function finish(a int) returns text language sql immutable as 'select a::text';
create aggregate changed(int) (sfunc = add, stype = int);
create aggregate retyped(int) (sfunc = add, stype = int);
create aggregate old(int) (sfunc = add, stype = int, initcond = '0');
create aggregate dropped(int) (sfunc = add, stype = int);
create view v as select retyped(x) as sum from generate_series(1, 3) x;
comment on aggregate retyped(int) is 'stays';
