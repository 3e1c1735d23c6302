create table p (id int, x int) partition by list (id);
create table p1 partition of p for values in (1);
create table u (r p1);
create table gone (r p);
