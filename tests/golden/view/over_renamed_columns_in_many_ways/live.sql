create table t (id int primary key, title text, kind text);
create table u (id int primary key, t_id int references t, title text, headline text);
create view plain as select id, title from t;
create view aliased as select t.title as name, title || '!' as loud, count(*) as n from t group by title order by title;
create view named_new as select title as headline, upper(title) as title from t where title > '';
create view joined as select a.title, b.title as other, b.headline as more from t a join u b on a.id = b.t_id where a.title <> b.title;
create view nested as select s.title, (select max(x.title) from t x) as most, exists (select x.title from t x where x.title = s.title) as e,
  s.title in (select y.title from t y) as i from (select t.title, t.id from t union all select u.title, u.id from u) s;
create view cte as with w as (select title, id from t) select w.title, t.title as again from w join t using (id);
create view merged as select * from (t join u using (title)) j(c1, c2, c3, c4, c5, c6);
create view whole as select t from t;
create view distinct_on as select distinct on (title) title, id from t order by title, id;
create view windowed as select title, row_number() over (partition by title order by title) as r from t;
create view over_plain as select p.title from plain p;
create view setop as select title from t union select kind from t order by title;
insert into t values (1, 'a', 'b');
insert into u values (1, 1, 'a', 'b');
