-- Tables that refer to each other can't become unlogged one by one: their foreign keys step aside.
create table a (id int primary key, b int);
create table b (id int primary key, c int);
create table c (id int primary key, a int references a);
alter table a add foreign key (b) references b;
alter table b add foreign key (c) references c;
create unlogged table d (id int primary key, e int);
create unlogged table e (id int primary key, d int references d);
alter table d add foreign key (e) references e;
