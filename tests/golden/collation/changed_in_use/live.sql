create collation c (provider = icu, locale = 'en-US');
create table t (a text collate c);
