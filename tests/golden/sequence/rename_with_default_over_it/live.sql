create sequence counter start 5;
create table t (id bigint not null default nextval('counter'), n bigint default nextval('counter'::regclass) + 1);
create view v as select nextval('counter') as n;
comment on sequence counter is 'counts';
insert into t default values;
analyze t;
