create domain code as text check (value <> '');
create domain over as code;
create type pair as (a over, b text);
create table t (a code, b text, c pair);
