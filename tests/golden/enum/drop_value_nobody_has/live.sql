create type state as enum ('new', 'lost', 'sent');
create table orders (id int);
