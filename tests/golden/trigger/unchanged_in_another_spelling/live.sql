create schema app;
create table app.t (id int primary key, a varchar(5), b int);
create function public.f() returns trigger language plpgsql as 'begin return new; end';
create function app.g() returns trigger language plpgsql as 'begin return new; end';
create trigger a before insert or update of a, b on app.t for each row when (new.a in ('x', 'y') and new.b between 1 and 2) execute function public.f(1, 'a');
create trigger b after delete or insert or update on app.t execute function app.g();
create trigger c after update on app.t for each row when (old.* is distinct from new.*) execute function app.g();
