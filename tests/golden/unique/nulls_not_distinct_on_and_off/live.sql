create table codes (a int, b int, constraint codes_a unique (a), constraint codes_b unique nulls not distinct (b));
insert into codes values (1, 1), (null, null);
analyze;
