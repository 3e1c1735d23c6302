create schema s; create schema d;
create function d.add2(int, int) returns int language sql immutable as 'select $1 + $2';
create operator s.#+# (leftarg = int, rightarg = int, function = d.add2);
create table t (id int);
create view v as select id operator(s.#+#) 1 as x from t;
