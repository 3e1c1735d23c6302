create table t (id int, junk text not null default 'x');
comment on column t.junk is 'no use';
insert into t values (1);
analyze t;
