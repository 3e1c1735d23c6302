-- A value takes the name that another gives up: the far end first. What holds the values follows.
create type e as enum ('a', 'b', 'x');
create table t (one e default 'a', two e default 'b', check (one <> 'b'));
insert into t values ('a', 'b'), ('x', 'a');
