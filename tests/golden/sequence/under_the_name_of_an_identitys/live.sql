-- The sequence of an identity goes with it, and only then its name is free.
create table t (id int generated always as identity primary key);
create table u (id int primary key);
create sequence u_id_seq;
