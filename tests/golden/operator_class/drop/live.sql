create operator class int_desc for type integer using btree as operator 1 >, operator 2 >=, function 1 btint4cmp(int, int);
create table t (a integer);
create index t_a on t (a int_desc);
