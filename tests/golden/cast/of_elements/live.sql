create type col as enum ('red','green'); 
create function col2int(col) returns int language sql immutable as $$select case $1 when 'red' then 10 else 20 end$$;
create cast (col as int) with function col2int(col) as assignment;
create table t (cs col[]); insert into t values ('{red,green}');
