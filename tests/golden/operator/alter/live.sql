create operator === (function = int4eq, leftarg = int, rightarg = int, restrict = eqsel, join = eqjoinsel);
create operator !== (function = int4ne, leftarg = int, rightarg = int);
comment on operator === (int, int) is 'goes';
