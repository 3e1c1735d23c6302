-- In one CREATE TABLE, PostgreSQL makes one constraint of two alike and forgets the name of the other.
create table other (a int);
