create sequence counter;
create table t (id bigint default nextval('counter'));
insert into t default values;
analyze t;
