-- A sequence that is there is owned by a column only when that is there, too.
create sequence sh;
create sequence old_name;
create table s2 (a int);
select setval('sh', 50);
