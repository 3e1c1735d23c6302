create table seats (hall int, line int, n int, holder text,
  constraint seats_place unique (hall, line), constraint seats_holder unique (hall, holder) include (n));
insert into seats values (1, 1, 1, 'x');
analyze;
