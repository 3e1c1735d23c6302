create sequence a;
create sequence b as integer increment -1;
create sequence c as smallint start 3;
create table t (id bigserial, n smallserial);
