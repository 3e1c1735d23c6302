-- users and persons were people once, in another database; here people is there, and stays.
create table people (id int);
