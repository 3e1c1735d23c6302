create table cache (id serial primary key, no bigint generated always as identity);
create unlogged table back (id serial primary key, no bigint generated always as identity);
insert into cache default values;
insert into back default values;
analyze cache, back;
