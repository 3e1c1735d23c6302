create domain code as text;
create table t (code code);
insert into t values ('a'); analyze t;
alter domain code add constraint code_filled check (value <> '') not valid;
