-- Near misses: each looks almost like the live one, and none is.
create type mood as enum ('calm', 'busy', 'gone');
create table near (
  a int, v varchar(20), t text, n numeric(10,2), m mood,
  constraint near_less check (a < 10),
  constraint near_in check (v in ('x', 'y')),
  constraint near_text check (t in ('x', 'y')),
  constraint near_number check (n > 0),
  constraint near_enum check (m in ('calm', 'busy')),
  constraint near_case check (t = 'a'),
  constraint near_brackets check (a > 1 or a < 0 and n > 0),
  constraint near_space check (v <> 'x y')
);
insert into near values (5, 'x', null, 1, 'calm');
analyze;
