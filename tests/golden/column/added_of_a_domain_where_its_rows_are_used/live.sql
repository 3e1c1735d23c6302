create domain checked as int check (value > 0);
create table t (id int);
create table u (r t);
