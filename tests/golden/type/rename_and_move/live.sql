create schema app; create schema types;
create type app.address as (street text);
create table app.t (a app.address, b app.address[]);
