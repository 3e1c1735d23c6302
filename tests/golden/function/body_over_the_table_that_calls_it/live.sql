create table old (a int);
