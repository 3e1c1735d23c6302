create schema s;
create function f(text) returns text language sql immutable as 'select $1';
create table t (a text);
