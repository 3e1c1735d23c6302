create table one (a int, b int, constraint k check (b > 0));
create table two (c int);
create table three (c int);
create table ch (a int, c int) inherits (one, two);
create table less (a int, b int, c int) inherits (one, two, three);
insert into ch values (1, 2, 3);
analyze;
