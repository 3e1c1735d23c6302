create type state as enum ('new', 'paid');
create table orders (state state default 'new');
insert into orders default values;
analyze orders;
