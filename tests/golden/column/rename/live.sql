create table t (id int, state text);
comment on column t.state is 'where it stands';
insert into t values (1, 'new');
analyze t;
