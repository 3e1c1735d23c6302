-- Nothing about the comments changes, only the names of what they are on: the plan holds the renames alone.
create schema shop;
create type shop.mood as enum ('calm');
create sequence shop.seq;
create table shop.t (id int constraint k primary key, a int constraint c check (a > 0), m shop.mood);
create index i on shop.t (a);
create view shop.v as select id from shop.t;
comment on schema shop is 's';
comment on type shop.mood is 'e';
comment on sequence shop.seq is 'q';
comment on table shop.t is 't';
comment on column shop.t.a is 'a';
comment on constraint k on shop.t is 'k';
comment on constraint c on shop.t is 'c';
comment on index shop.i is 'i';
comment on view shop.v is 'v';
