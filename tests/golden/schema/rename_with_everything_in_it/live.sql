create schema app;
create type app.state as enum ('on', 'off');
create sequence app.counter;
create table app.parts (
  id serial primary key,
  code bigint generated always as identity,
  no bigint default nextval('app.counter'),
  state app.state not null default 'on'
);
create table public.outside (part_id int references app.parts (id));
create view app.parts_on as select id from app.parts where state = 'on';
comment on schema app is 'the application';
insert into app.parts default values;
analyze app.parts, public.outside;
