-- It stands on a unique index that no constraint owns, and that is made anew.
create table p (a int, b int);
create unique index p_a on p (a);
create table c (a int constraint c_a references p (a));
insert into p values (1, 1);
insert into c values (1);
analyze;
