create table t (a text, b text, c text);
alter table t alter b set statistics 100, alter c set statistics 0;
insert into t values ('a');
analyze t;
