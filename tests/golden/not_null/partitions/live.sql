create table p (a int not null, b int, c int not null) partition by range (a);
create table p_1 partition of p for values from (0) to (10);
insert into p values (1, 1, 1);
analyze;
