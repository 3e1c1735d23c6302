create schema s1; create schema s2;
create table s1.t (x int); create view s1.v as select s2.x from s1.t s2; 
create function s1.g(int) returns int language sql immutable as 'select 1';
create view s1.w as select g.g, t.x as y from s1.t cross join lateral s1.g(t.x);
create policy p on s1.t using (exists (select from s1.t q where s1.g(q.x) > 0));
create function s1.q() returns setof s1.t begin atomic select * from s1.t where s1.g(x) = 1; end;
