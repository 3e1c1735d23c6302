create operator === (function = int4eq, leftarg = int, rightarg = int, commutator = ===);
create view v as select 1 === 1 as same;
create table t (a integer);
