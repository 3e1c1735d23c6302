create schema old; create table old.a (id int);
