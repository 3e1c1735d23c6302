create function add(a int, b int) returns int language sql immutable as 'select a + b';
create function finish(a int) returns text language sql immutable as 'select a::text';
create aggregate changed(int) (sfunc = add, stype = int);
create aggregate retyped(int) (sfunc = add, stype = int);
create aggregate old(int) (sfunc = add, stype = int, initcond = '0');
create aggregate dropped(int) (sfunc = add, stype = int);
create view v as select retyped(x) as sum from generate_series(1, 3) x;
comment on aggregate retyped(int) is 'stays';
create function rank_of(internal, variadic "any") returns bigint language internal immutable as 'hypothetical_rank_final';
create aggregate dropped_place(variadic "any" order by variadic "any")
  (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_of, finalfunc_extra, hypothetical);
comment on aggregate dropped_place(variadic "any" order by variadic "any") is 'of a hypothetical row';
