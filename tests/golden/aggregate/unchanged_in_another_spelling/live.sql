create schema app;
create function app.add(int, int) returns int language sql immutable as 'select $1 + $2';
create aggregate app.total(int) (sfunc = app.add, stype = int4, finalfunc_modify = read_only);
create aggregate app.middle(float8 order by anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra, finalfunc_modify = shareable);
