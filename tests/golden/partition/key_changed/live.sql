create table t (id bigint, at date not null) partition by range (at);
