create table t (id serial primary key, name text);
create table odd ("Id" bigserial, check ("Id" > 0));
insert into t (name) values ('a'), ('b');
insert into odd default values;
analyze t, odd;
