create type state as enum ('new', 'sent');
create type kind as enum ('a', 'b');
create table orders (id int, state state default 'new', kind kind default 'a' check (kind <> 'b'));
create table gone (state state);
insert into orders values (1);
analyze orders, gone;
