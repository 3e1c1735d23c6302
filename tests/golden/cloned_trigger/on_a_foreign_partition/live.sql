create function f() returns trigger language plpgsql as $$begin return new; end$$;
create table p (line text, n int) partition by list (n);
create foreign table p_1 partition of p for values in (1) server files options (filename '/nowhere');
create foreign table p_2 partition of p for values in (2) server files options (filename '/nowhere');
create trigger touch before insert on p for each row execute function f();
alter table p_2 disable trigger touch;
