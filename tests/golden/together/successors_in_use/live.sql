-- What goes is used by what stays, but something else comes under its name: an overload, a view for a table.
create function halved(int) returns text language sql immutable as $$select 'half'$$;
create table t (id int);
create view halves as select halved(id) from t;
create table other (a int);
create view others as select a from other;
