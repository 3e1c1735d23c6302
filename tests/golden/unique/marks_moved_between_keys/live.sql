-- Each mark moves from one key to another; unsetting the old one last would undo the new one.
create table up (a int not null, b int not null, constraint up_a unique (a), constraint up_b unique (b));
alter table up cluster on up_a;
alter table up replica identity using index up_a;
create table down (a int not null, b int not null, constraint down_a unique (a), constraint down_b unique (b));
alter table down cluster on down_b;
alter table down replica identity using index down_b;
insert into up values (1, 1);
insert into down values (1, 1);
analyze;
