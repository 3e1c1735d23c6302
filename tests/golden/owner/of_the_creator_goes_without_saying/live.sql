do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create type mood as enum ('a', 'b', 'c');
create function f(mood) returns int language sql as 'select 1';
create function g(mood) returns int language sql as 'select 1';
alter function g(mood) owner to golden_owner;
