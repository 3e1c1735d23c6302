-- A value can't go while a table is partitioned by a column of the enum.
create type e as enum ('a', 'b', 'c');
create table pt (a e, z int) partition by list (a);
create table pt1 partition of pt for values in ('a');
