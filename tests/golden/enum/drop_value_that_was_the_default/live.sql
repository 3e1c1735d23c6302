create type state as enum ('draft', 'new', 'sent');
create table orders (id int, state state not null default 'draft');
insert into orders values (1, 'new');
analyze orders;
