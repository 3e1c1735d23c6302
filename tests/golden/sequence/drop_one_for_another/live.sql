create sequence old_counter start 100;
create table t (id bigint not null default nextval('old_counter'));
alter sequence old_counter owned by t.id;
insert into t default values;
analyze t;
