create type state as enum ('new', 'sent');
create table orders (state state);
insert into orders values ('new'), ('sent');
analyze orders;
