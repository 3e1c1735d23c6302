create table old_name (a int, b int);
create index old_index on old_name (a);
comment on table old_name is 'gone';
comment on column old_name.a is 'gone';
comment on index old_index is 'gone';
