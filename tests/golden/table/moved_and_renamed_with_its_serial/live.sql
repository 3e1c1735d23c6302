create schema app; create schema core;
create table app.t (id bigserial primary key, x int);
create function app.f(r app.t) returns int language sql as 'select 1';
create function app.g(r app.t) returns int language sql as 'select 1';
insert into app.t (x) values (1);
