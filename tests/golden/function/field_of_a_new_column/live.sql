-- A field that is taken of a row, in brackets, is a column of its table.
create table t (id int primary key);
create function changed(x t) returns int begin atomic select (x).id; end;
