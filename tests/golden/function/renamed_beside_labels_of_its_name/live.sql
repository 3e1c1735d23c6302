create function f(text) returns text language sql immutable as 'select $1';
create table t (id int, a text, f int);
create table f (a int);
