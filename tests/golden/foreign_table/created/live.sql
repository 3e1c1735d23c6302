create extension file_fdw;
create server files foreign data wrapper file_fdw;
create table t (id int, at date not null) partition by range (at);
