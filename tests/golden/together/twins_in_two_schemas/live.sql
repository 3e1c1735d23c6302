create schema t1; create schema t2;
create type t1.e as enum ('a'); create type t2.e as enum ('a');
create sequence t1.sq; create sequence t2.sq;
create function t1.f(int) returns int language sql immutable as 'select 1'; create function t2.f(int) returns int language sql immutable as 'select 1';
create table t1.t (c t1.e default 'a', i int default nextval('t1.sq'), check (t1.f(i) > 0));
create table t2.t (c t2.e default 'a', i int default nextval('t2.sq'), check (t2.f(i) > 0));
create view t1.v as select c from t1.t where c = 'a'::t1.e; create view t2.v as select c from t2.t where c = 'a'::t2.e;
create function t2.g(t2.e) returns t2.e language sql as 'select $1';
