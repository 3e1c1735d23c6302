create type e as enum ('a', 'b');
create table p (s e, x int) partition by list (s);
create table pa partition of p for values in ('a');
create function f(s e) returns int language plpgsql immutable as 'begin return 1; end';
create table pf (s e) partition by list (f(s));
insert into p values ('a', 1);
