create collation co (locale = 'C');
create table t (a text collate co);
