-- PostgreSQL follows the rename in the condition; so must the comparison, also where the name is quoted, is a word of
-- SQL, or stands in a string.
create table measures (id bigint primary key, "Value" int, "order" int,
  constraint value_range check ("Value" between 0 and 100 and "order" > "Value"),
  constraint not_the_word check ("Value"::text <> 'Value'));
insert into measures values (1, 1, 2);
analyze;
