-- The other way round: the declaration holds what pg_get_constraintdef prints.
create table printed (
  v varchar(20), n numeric(10,2), d date, ts timestamp,
  constraint p1 check ((v)::text = any ((array['a'::character varying, 'b'::character varying])::text[])),
  constraint p2 check (n between 0 and 10),
  constraint p3 check (d between '2020-01-01' and '2030-01-01'),
  constraint p4 check (extract(year from ts) > 2000)
);
