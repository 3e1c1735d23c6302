-- Clustered and replica identity, from one index to another, in both orders of names, from and to a primary key and
-- from and to FULL. What is set must not be unset by what follows.
create table up (a int not null, b int not null);
create unique index up_a on up (a);
create unique index up_b on up (b);
alter table up cluster on up_a;
alter table up replica identity using index up_a;
create table down (a int not null, b int not null);
create unique index down_a on down (a);
create unique index down_b on down (b);
alter table down cluster on down_b;
alter table down replica identity using index down_b;
create table from_full (a int not null);
create unique index from_full_a on from_full (a);
alter table from_full replica identity full;
create table to_full (a int not null);
create unique index to_full_a on to_full (a);
alter table to_full replica identity using index to_full_a;
create table to_nothing (a int not null);
create unique index to_nothing_a on to_nothing (a);
alter table to_nothing replica identity using index to_nothing_a;
create table to_key (a int primary key, b int not null);
create unique index a_first on to_key (b);
alter table to_key cluster on a_first;
alter table to_key replica identity using index a_first;
