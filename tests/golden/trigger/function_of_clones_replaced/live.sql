-- A clone calls what its trigger calls: the old function goes, and nothing stands on it.
create function tf() returns trigger language plpgsql as 'begin return new; end';
create table p (a int, b int) partition by range (a);
create table p1 partition of p for values from (1) to (5);
create trigger tr after insert on p for each row execute function tf();
alter table p disable trigger tr;
alter table p1 enable trigger tr;
