create schema app;
create schema other;
create table app.users (id bigint primary key);
