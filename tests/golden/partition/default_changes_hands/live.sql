create table p (a int) partition by list (a);
create table p1 partition of p for values in (1, 2);
create table p2 partition of p for values in (3);
create table pd partition of p default;
create table q (a int) partition by list (a);
create table q1 partition of q for values in (1, 2);
create table qd partition of q default;
insert into q values (7);
analyze;
