create type state as enum ('new', 'lost', 'sent');
create table orders (state state, done boolean generated always as (state = 'sent') stored);
insert into orders values ('new');
analyze orders;
