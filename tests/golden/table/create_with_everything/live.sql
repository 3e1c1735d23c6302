create table cities (id uuid primary key default gen_random_uuid());
insert into cities default values;
analyze cities;
