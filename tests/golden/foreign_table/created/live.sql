create table t (id int, at date not null) partition by range (at);
