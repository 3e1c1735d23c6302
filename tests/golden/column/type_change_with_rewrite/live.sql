create table t (
  a integer, b smallint, c real, d json, e timestamp, f varchar(20), g text, h char(3), i text, j numeric(8,2), k numeric(8,2),
  l timestamptz(6), m varchar(10)[], n bigint, o text, p date, q integer, r text, s boolean, u jsonb, v interval
);
create index t_a on t (a);
insert into t (a) values (1);
analyze t;
