create type state as enum ('new', 'sent');
create table t (a text not null default 'new', b state not null default 'new', c text[] default '{new}', d state[] default '{new}');
insert into t default values;
analyze t;
create type other_state as enum ('new', 'sent', 'lost');
create table parcels (id int primary key, state other_state default 'sent');
insert into parcels values (1, 'new');
analyze parcels;
