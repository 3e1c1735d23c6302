create type state as enum ('new', 'sent');
create table orders (id int, state state not null default 'new');
insert into orders values (1, 'new');
analyze orders;
