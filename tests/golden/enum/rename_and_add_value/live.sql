create type status as enum ('new');
create table orders (status status);
