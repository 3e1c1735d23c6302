create schema app;
create type app.mood as enum ('calm');
create table app.t (id int primary key, a int);
create function app.f(m app.mood default 'calm', n numeric default 1 + 1) returns setof app.t language sql as 'select * from app.t';
create function app.g(a int) returns int begin atomic select a + t.a from app.t where t.id in (1, 2); select 1; end;
create function app.h(a character varying, b timestamp with time zone, inout c int[]) language sql as 'select c';
create function app.i(a int) returns int return a+1;
create function app.j() returns table(a int) language sql rows 1000 cost 100 as 'select 1';
create function app.k() returns int language sql set search_path = app, public as 'select 1';
