create domain code as integer;
create table t (codes code[]);
insert into t values ('{3,4}'); analyze t;
