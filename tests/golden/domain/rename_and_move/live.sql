create schema app; create schema types;
create domain app.email as text not null check (value ~ '@');
create table app.users (address app.email, others app.email[]);
create type app.person as (address app.email);
