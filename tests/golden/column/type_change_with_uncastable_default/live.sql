create table t (a text default 'zero', b text default '7', c int default 5, d boolean default false, e text default 'gone', f text);
insert into t values ('1', '2', 3, true, '4', '5');
analyze t;
