-- Partitions leave their table one after the other while their bounds change places: what refers to it steps aside first.
create table p (a int primary key) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create table f (a int references p);
create table p3 partition of p for values from (20) to (30);
insert into p values (25);
insert into f values (25);
analyze;
