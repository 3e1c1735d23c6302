create table t (a int, b text, c date);
alter table t drop column b;
alter table t add column b text;
