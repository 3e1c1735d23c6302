create table top (c int, constraint k check (c > 0));
create table par (a int) inherits (top);
create table ch (a int, d int);
