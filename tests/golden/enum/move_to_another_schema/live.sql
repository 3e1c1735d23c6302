create schema app;
create type app.state as enum ('new', 'sent');
create table app.orders (state app.state default 'new');
insert into app.orders default values;
analyze app.orders;
