create type comp as (x int, y int);
create table t (id int primary key, c comp, g int generated always as ((c).x) stored, check ((c).x > 0));
create index t_x on t (((c).x));
create function fe(c comp) returns int language sql begin atomic select (c).x; end;
create view v as select (c).x as q from t;
create policy p on t using ((c).x > 3);
insert into t values (1, (1, 2));
