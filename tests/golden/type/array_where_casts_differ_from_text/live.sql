create type st as enum ('a','b'); create function st2(st) returns text language sql immutable as $$select 'cast-'||enum_out($1)::text$$; create cast (st as text) with function st2(st) as implicit;
create type p as (s st, i int, f real); create table o (v p, w p[]); insert into o values (row('a',6,1.1)::p, array[row('a',6,1.1)::p]);
