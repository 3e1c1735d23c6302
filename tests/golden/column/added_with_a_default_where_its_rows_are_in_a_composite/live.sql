create table t (id int); create type c as (r t, n int); create domain dc as c; create table u (x dc[]);
