create schema old; create schema new;
create table new.a (id int);
create table old.a (id int);
create table old.b (id int);
