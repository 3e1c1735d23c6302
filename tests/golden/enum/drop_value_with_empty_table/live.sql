create type state as enum ('new', 'lost', 'sent');
create table orders (state state default 'sent');
