-- A column becomes what a cast of the database's own makes of it: its values stay.
create function to_uuid(int) returns uuid immutable language sql as $$ select lpad($1::text, 32, '0')::uuid $$;
create cast (int as uuid) with function to_uuid(int);
create type mood as enum ('low', 'high');
create type pair as (a int, b int);
create table t (id int primary key, u int, m int, p int);
insert into t values (1, 7, 1, 5);
analyze t;
