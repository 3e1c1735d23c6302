-- A partition can't leave its table, be it for a moment, while rows of it are referenced.
create table p (a int primary key) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table f (a int references p);
insert into p values (1);
insert into f values (1);
analyze;
