create sequence s_increment;
create sequence s_min minvalue 5;
create sequence s_max;
create sequence s_start start 10;
create sequence s_cache cache 10;
create sequence s_cycle;
create sequence s_unlogged;
create unlogged sequence s_logged;
create sequence s_all as smallint start 10 increment 2 minvalue 2 maxvalue 20000 cache 5 cycle;
