create schema "My App";
create table "My App".t (a int, b int default 1, c text);
insert into "My App".t values (1);
analyze "My App".t;
