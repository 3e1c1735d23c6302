-- persons was people once and says so still; another people came, and is now to be users.
create table persons (id int);
create table people (id int, mail text);
