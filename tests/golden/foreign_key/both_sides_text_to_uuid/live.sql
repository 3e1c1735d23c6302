create table cities (id text primary key, name text);
create table hotels (id text primary key default gen_random_uuid()::text, city_id text not null references cities (id) on update cascade,
  check (id <> city_id));
create index hotels_city on hotels (city_id);
insert into cities values ('11111111-1111-1111-1111-111111111111', 'Cairo');
insert into hotels values ('21111111-1111-1111-1111-111111111111', '11111111-1111-1111-1111-111111111111');
analyze;
