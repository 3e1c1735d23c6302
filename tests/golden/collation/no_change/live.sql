create collation c (locale = 'C');
create collation "Odd" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table t (a text collate "Odd");
