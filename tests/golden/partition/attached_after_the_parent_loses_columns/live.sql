create table p (a int, b int, c int, d int, constraint k check (b > 0)) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table q (a int, b int, d int);
insert into p values (1, 1, 1, 1);
insert into q values (11, -1, 1);
analyze;
