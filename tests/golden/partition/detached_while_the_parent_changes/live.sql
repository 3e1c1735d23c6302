create table p (a int not null, b int, c int, constraint k check (c > 0)) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
insert into p values (1, 1, 1);
analyze;
