create schema s1; create schema s2; create table s1.a(i int);  insert into s1.a values(1); create table s2.a(i int);  insert into s2.a values(2);
create view s1.v as select 1 as s1; create view s2.v as select 2 as s2; create type s1.e as enum('a'); create type s2.e as enum('b');
create function s1.f() returns int language sql as 'select 1'; create function s2.f() returns int language sql as 'select 2';
