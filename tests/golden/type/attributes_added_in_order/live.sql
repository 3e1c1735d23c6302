create type point3 as (x int);
create table t (p point3);
insert into t values (row(1));
create function origin() returns point3 language sql as 'select null::point3';
