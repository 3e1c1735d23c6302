-- DROP COLUMN would take the checks of two columns along without a word; here one is dropped and one is narrowed.
create table boxes (id bigint primary key, width int, height int, depth int,
  constraint flat check (width > height),
  constraint deep check (depth > height or width > 5));
insert into boxes values (1, 9, 2, 3);
analyze;
