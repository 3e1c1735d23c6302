create type e as enum ('a', 'b');
create table td (x e);
create function f(e) returns e language sql immutable as 'select $1';
create view v as select f(x) as y from td;
insert into td values ('a');
