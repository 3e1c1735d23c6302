create table t (id int, a text, b text);
create table x (id int);
create table y (id int);
create function f(int) returns int language sql as 'select 1';
create function g(int) returns int language sql as 'select 1';
create table done (new text);
create table chain (b text, a text);
insert into t values (1, 'a', 'b');
