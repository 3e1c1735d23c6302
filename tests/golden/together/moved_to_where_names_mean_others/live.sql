create schema s1; create schema s2;
create table s1.a(i int); create table s2.a(i int); insert into s2.a values (2); insert into s1.a values (1);
create view s1.v as select i from s1.a;
create function s1.f() returns int language sql as 'select 1'; create function s2.f() returns int language sql as 'select 2';
create table s1.t(i int default s1.f(), check (i > s1.f()));
create materialized view s1.m as select i from s1.a;
