-- Made anew, a type has its values by the names of its attributes, whatever their order; text too long is refused, not cut.
create type c as (a int, b int, gone text, price numeric(10, 4), code varchar(16), flag boolean, made xml);
create table t (id int primary key, x c, same c);
insert into t values (1, row(1, 2, 'lost', 1.2345, 'abc', true, '<a/>')), (2, null), (3, row(null, null, null, null, null, null, null)),
  (4, row(7, null, '', 0, 'a "quoted", one', false, null));
analyze t;
create type plain as (a int, b int);
create table u (xs plain[]);
insert into u values (array[row(1, 2)::plain, null]);
