-- CREATE TABLE would take NOT VALID and ignore it: the next plan would not be empty.
create table other (a int);
