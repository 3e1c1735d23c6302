create table par (a int);
create table chi () inherits (par);
insert into chi values (1);
