create table par (a int, b int, c int, d int, constraint k check (c > 0));
create table ch (z int) inherits (par);
create table grand () inherits (ch);
create table stays () inherits (par);
insert into ch values (1, 2, 3, 4, 5);
insert into stays values (1, 2, 3, 4);
analyze;
