-- A cast gets another function, and the old one goes: what casts is made again.
create type c as (a int, b int);
create function conv(c) returns int language sql immutable as 'select $1.a';
create cast (c as int) with function conv(c) as implicit;
create table t (x c);
create view v as select x::int as i from t;
create index ix on t ((x::int));
