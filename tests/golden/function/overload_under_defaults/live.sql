create function f(int) returns int language sql immutable as 'select 1';
create domain dm as int default f(2) check (f(value) > 0);
create table w (id int primary key, h int default f(3), d dm, check (f(id) > 0), g int generated always as (f(id)) stored);
create view v as select f(id) as x from w;
insert into w values (1, 2, 3);
