create type pt as (x int, y int);
create function pt2t(pt) returns text language sql immutable as $$select ($1).x || ':' || ($1).y$$;
create cast (pt as text) with function pt2t(pt);
create table t (p pt); insert into t values ('(1,2)');
