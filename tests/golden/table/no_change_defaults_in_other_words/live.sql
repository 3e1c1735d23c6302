create table t (
  a text default 'x', b int default 0, c int default -1, d numeric default 1.50, e boolean default true,
  f timestamptz default now(), g timestamptz default current_timestamp, h date default current_date, i jsonb default '{}',
  j text[] default '{}', k int[] default array[1,2], l varchar(5) default 'ab', m uuid default gen_random_uuid(),
  n interval default '1 day', o text default null, p timestamptz default now() + interval '7 days',
  q text default 'a' || 'b', r bigint default 10 * 2, s char(2) default 'a', t text default upper('x'),
  u text default current_user, v numeric(4,2) default 7, w bool default (not false), x real default 0.5,
  y timestamp default '2026-01-01 00:00:00', z text default E'a\nb'
);
