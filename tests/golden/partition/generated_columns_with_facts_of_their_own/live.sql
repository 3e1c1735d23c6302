create table gp (x int, a int, v int generated always as (a+1) stored) partition by range (x); create table gp1 partition of gp for values from (0) to (10) partition by range (x);
create table gp11 partition of gp1 for values from (0) to (5);
create index gi on gp (v);
alter table gp11 alter v set statistics 55; alter table gp11 add check (v > 0);
comment on column gp11.v is 'hi';
create table pa (a int, v int generated always as (a+1) stored); create table pb (b int); create table ch (c int) inherits (pa, pb);create table ch2 () inherits(ch);
alter table ch alter v set statistics 55; alter table ch2 alter v set not null; create view cv as select v from ch2;
 insert into gp(x,a) values (2,6); insert into ch2 (a) values (3);
