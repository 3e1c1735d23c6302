create schema app;
create operator class int_desc for type integer using btree as operator 1 >, operator 2 >=, function 1 btint4cmp(int, int);
create operator class same for type integer using hash as operator 1 =, function 1 hashint4(int);
