-- The key grows by a column, and so do the foreign keys that reference it; they must step aside for the change.
create table regions (country text not null, code text not null, name text, primary key (code));
create table cities (id bigint primary key, country text not null, region_code text not null,
  constraint cities_region foreign key (region_code) references regions (code));
insert into regions values ('eg', 'c', 'Cairo');
insert into cities values (1, 'eg', 'c');
analyze;
