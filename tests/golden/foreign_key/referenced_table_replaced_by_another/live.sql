-- The old parent goes; the reference moves to the new one before it does.
create table old_types (id int primary key);
create table places (id int primary key, type_id int constraint places_type references old_types);
insert into old_types values (1);
insert into places values (1, null);
analyze;
