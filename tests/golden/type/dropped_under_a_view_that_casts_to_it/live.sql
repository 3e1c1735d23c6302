create type e as enum ('a', 'b');
create table td (x e);
create view v as select x from td where 'a'::e is not null;
