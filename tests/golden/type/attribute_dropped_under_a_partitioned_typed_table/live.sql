create type w as (a int, c date);
create table tp of w partition by range (a);
create table tp1 partition of tp for values from (0) to (10);
insert into tp values (2,'2020-02-02');
