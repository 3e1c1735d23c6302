create schema app; create schema core;
create table app.t (id bigint primary key);
create table app.k (id int, t bigint);
create view app.v as select t.id, k.id as kid from app.t, app.k where k.t = t.id;
create materialized view app.m as select k.id from app.t, app.k;
insert into app.t values (1);
