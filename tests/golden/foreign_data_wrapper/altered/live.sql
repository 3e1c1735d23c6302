-- Options come, change and go; the validator goes.
create foreign data wrapper w validator postgresql_fdw_validator options (host 'a', dbname 'x');
create foreign data wrapper left_alone;
