create table par (a int, b int, c int, d int, constraint k check (c > 0), constraint l check (a > 0));
create table ch (z int) inherits (par);
create table other () inherits (par);
create table grand () inherits (ch);
create table low () inherits (other);
insert into ch values (1, 2, 3, 4, 5);
insert into low values (1, 2, 3, 4);
analyze;
