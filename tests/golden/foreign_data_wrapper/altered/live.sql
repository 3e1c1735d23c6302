-- Options come, change and go; a validator comes, another goes.
create foreign data wrapper w options (host 'a', dbname 'x');
create foreign data wrapper checked validator postgresql_fdw_validator;
create foreign data wrapper unchecked;
create foreign data wrapper left_alone;
