create extension hstore;
create extension "uuid-ossp";
create table things (id uuid default uuid_generate_v4());
