create table cities (id uuid primary key, name text, unique (name, id));
create table t (
  id bigserial primary key,
  a int not null check (a > 0), b int, c text, city_id uuid references cities on delete set null,
  constraint several check (a > 0 and (b between 1 and 5 or b is null)),
  constraint listed check (c in ('x', 'y')),
  check (b <> a),
  unique (a, b)
);
create index on t (lower(c));
create index t_part on t using btree (b asc nulls last, a desc nulls first) where c is not null;
