-- A check that a child has of its own, too, gets its new name along with its parent's.
create table p (a int, constraint c check (a > 0));
create table a_child (constraint c check (a > 0)) inherits (p);
