-- PostgreSQL makes statistics and indexes over a column that gets another type anew, without their targets, in the name of who applies.
do $$ begin create role golden_keeper; exception when duplicate_object then null; end $$;
create table c (id int, n numeric(5, 2), b int);
create statistics st on id, n from c;
alter statistics st set statistics 77;
create statistics others on b, n from c;
alter statistics others owner to golden_keeper;
create statistics plain on id, b from c;
create index targets on c (n, (b + 1));
alter index targets alter column 2 set statistics 34;
create index aside on c (id, (b + 2));
alter index aside alter column 2 set statistics 35;
