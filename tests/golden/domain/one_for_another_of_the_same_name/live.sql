create domain state as text;
create domain place as text;
create table t (s text);
