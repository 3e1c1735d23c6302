-- Under the new type the live text means nothing (date > text): that check steps aside, the other one stays.
create table t (d text, n int, constraint late check (d > '2020-01-01'), constraint long check (n > 0),
  constraint any_of_them check (d is not null or n > 1));
insert into t values ('2026-01-01', 5);
analyze;
