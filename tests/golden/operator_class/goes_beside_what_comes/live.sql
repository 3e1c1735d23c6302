create type pair as (x int, y int);
create function lt(pair, pair) returns bool language sql immutable as 'select ($1).x < ($2).x';
create function le(pair, pair) returns bool language sql immutable as 'select ($1).x <= ($2).x';
create function eq(pair, pair) returns bool language sql immutable as 'select ($1).x = ($2).x';
create function ge(pair, pair) returns bool language sql immutable as 'select ($1).x >= ($2).x';
create function gt(pair, pair) returns bool language sql immutable as 'select ($1).x > ($2).x';
create function cmp(pair, pair) returns int language sql immutable as 'select btint4cmp(($1).x, ($2).x)';
create operator <% (function = lt, leftarg = pair, rightarg = pair);
create operator <=% (function = le, leftarg = pair, rightarg = pair);
create operator =% (function = eq, leftarg = pair, rightarg = pair);
create operator >=% (function = ge, leftarg = pair, rightarg = pair);
create operator >% (function = gt, leftarg = pair, rightarg = pair);
create operator class by_x default for type pair using btree as
  operator 1 <%, operator 2 <=%, operator 3 =%, operator 4 >=%, operator 5 >%, function 1 cmp(pair, pair);
create table t (c pair, i int);
insert into t values (row(1, 2), 1);
