create table r (id int primary key);
create function f() returns trigger language plpgsql as $$begin return null; end$$;
create table p (a int primary key, b int constraint fk references r, constraint ck check (a > 0)) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create trigger tr after insert on p for each row execute function f();
create index ib on p (b);
