create table "Odd Table" ("select" int, "a;b" int, "quo""te" int,
  constraint "drop table x; --" check ("select" > 0));
insert into "Odd Table" values (1, 1, 1);
analyze;
