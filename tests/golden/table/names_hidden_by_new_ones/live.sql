create schema app;
create type mood as enum('a','b'); 
create function f(int) returns int language sql immutable as 'select $1+1';
create table public.ref(id int primary key); create sequence sq;
create table app.t(id int, m public.mood default 'a'::public.mood, f int default public.f(1), s int default nextval('public.sq'), r int references public.ref, check (public.f(id) > 0));
create view app.v as select id, public.f(id) as f2 from app.t join public.ref using (id);
create function app.fb(int) returns int begin atomic select public.f($1) + id from public.ref; end;
insert into ref values (1);
insert into app.t (id) values (1);
