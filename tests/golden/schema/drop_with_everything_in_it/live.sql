create schema app;
create table app.users (id bigint primary key);
create schema retired;
create type retired.state as enum ('on', 'off');
create sequence retired.counter;
create table retired.parts (
  id serial primary key,
  no bigint default nextval('retired.counter'),
  state retired.state default 'on' not null,
  user_id bigint references app.users,
  unique (no)
);
create index parts_state on retired.parts (state);
create table retired.sub_parts (part_id int references retired.parts, check (part_id > 0));
create view retired.open_parts as select p.id, p.state from retired.parts p where p.state = 'on';
comment on table retired.parts is 'of the machine';
insert into app.users values (1);
insert into retired.parts (user_id) values (1), (1);
analyze retired.parts, retired.sub_parts, app.users;
