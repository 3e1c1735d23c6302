create table par (a int, v int generated always as (a+1) stored); create table chi (b int) inherits (par); insert into chi(a,b) values (5,6);
