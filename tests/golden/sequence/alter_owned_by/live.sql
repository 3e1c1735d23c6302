create table a (id int, x int);
create table b (id int);
create sequence gets;
create sequence loses owned by a.id;
create sequence moves owned by a.id;
create sequence changes owned by a.id;
