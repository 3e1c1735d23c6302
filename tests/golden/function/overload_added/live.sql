create function f(a int) returns int language sql as 'select a';
create function g(a int) returns int language sql as 'select a';
