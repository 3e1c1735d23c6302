create schema s1; create schema s2; create sequence s1.sq; create table s1.a(i int, y int default nextval('s1.sq'));  insert into s1.a values(1);
create function s1.f() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on s1.a for each row execute function s1.f();
create view s1.v as select i, y from s1.a; create materialized view s1.m as select i,y from s1.a; create index m_i on s1.m(i);
create view s1.w as select i, y from s1.v;
create function s1.g() returns int begin atomic select i from s1.v; end;
