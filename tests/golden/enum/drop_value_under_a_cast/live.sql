create type mood as enum ('a', 'b', 'c');
create function number_of(mood) returns int immutable language sql as 'select 1';
create cast (mood as int) with function number_of(mood);
create table t (m mood);
insert into t values ('a');
analyze;
