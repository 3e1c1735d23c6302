create sequence unused;
create sequence used;
create table t (id bigint default nextval('used'), n int);
insert into t default values;
analyze t;
