create schema s; create schema d;
create function s.f(int) returns int language sql immutable as 'select 1';
create sequence s.sq;
create table w (id int default nextval('s.sq'), a int, check (s.f(a) > 0));
create view va as select s.f(id) as z from w;
create function g(int) returns int begin atomic select s.f($1); end;
create policy p on w using (s.f(a) > 0);
