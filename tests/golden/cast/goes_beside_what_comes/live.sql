create type pair as (x int, y int);
create function as_text(pair) returns text language sql immutable as $$select 'ours'::text$$;
create function as_number(pair) returns int language sql immutable as $$select 42$$;
create cast (pair as text) with function as_text(pair) as assignment;
create cast (pair as int) with function as_number(pair);
create table t (c pair, s text);
insert into t values (row(1, 2), 'a');
