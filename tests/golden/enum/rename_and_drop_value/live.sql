create type status as enum ('new', 'lost', 'sent');
create table orders (status status default 'new');
insert into orders values ('sent');
analyze orders;
