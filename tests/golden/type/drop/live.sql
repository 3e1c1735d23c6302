create type pair as (a integer, b text);
create domain good_pair as pair check ((value).a > 0);
create table t (a good_pair, b text);
