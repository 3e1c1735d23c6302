create domain code as text;
create domain unused as text;
create domain over as code;
create table t (code code);
create table u (code over);
create table empty (code code);
insert into t values ('a'); insert into u values ('b');
analyze t; analyze u;
