create collation c (locale = 'C');
create table t (a text collate c);
