create type e as enum ('a', 'b', 'c');
create function e_eq(e, e) returns bool immutable language sql as 'select $1::text = $2::text';
create function e_hash(e) returns int immutable language sql as 'select 1';
create operator === (leftarg = e, rightarg = e, function = e_eq);
create operator class e_ops for type e using hash as operator 1 ===, function 1 e_hash(e);
create table t (x e);
create index t_x on t using hash (x e_ops);
insert into t values ('a');
analyze;
