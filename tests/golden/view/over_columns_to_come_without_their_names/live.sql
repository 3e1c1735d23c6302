-- Columns by their places alone: what is made waits for those that are yet to come.
create table t (id int);
create table log (a int);
