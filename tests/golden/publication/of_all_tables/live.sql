-- To be for all tables it must be made anew; and back.
create table orders (id int primary key, total numeric, note text);
create table items (id int primary key, price numeric);
create schema app;
create table app.log (id int, line text);
create publication p for table items, orders;
create publication q for all tables;
alter publication p owner to current_user;
comment on publication p is 'as it was';
