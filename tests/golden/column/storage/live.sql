create table t (a text, b text, c text, d numeric, e varchar(9));
alter table t alter b set storage external, alter c set storage plain, alter d set storage plain, alter e set storage plain;
insert into t values ('a');
analyze t;
