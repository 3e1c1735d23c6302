create table t (id int generated always as identity);
create table u (id int generated always as identity (increment by -1));
