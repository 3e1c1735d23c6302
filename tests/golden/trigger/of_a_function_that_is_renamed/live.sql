create function log_change() returns trigger language plpgsql as 'begin return new; end';
create table t (id int);
create trigger logs before insert on t for each row execute function log_change();
create table old_name (id int);
create view v as select id from old_name;
