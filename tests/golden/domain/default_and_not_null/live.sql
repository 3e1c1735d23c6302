create domain code as text default 'old';
create domain state as text not null default 'x';
create domain free as text;
create table t (code code, state state, free free);
insert into t values ('a', 'b', 'c');
analyze t;
