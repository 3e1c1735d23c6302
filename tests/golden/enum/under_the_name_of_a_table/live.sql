-- A table's row type has the table's name: it goes before the enum comes.
create table mood (id int);
create table t (a int);
