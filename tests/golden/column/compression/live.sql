create table t (a text, b text compression pglz, c text compression lz4);
insert into t values ('a');
analyze t;
