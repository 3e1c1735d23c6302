create type "Odd ""type"";" as enum ('it''s', 'a,b', '{}', 'NULL');
create table t ("Col" "Odd ""type"";" default 'a,b', l "Odd ""type"";"[] default array['it''s','a,b','{}','NULL']::"Odd ""type"";"[]);
insert into t default values;
analyze t;
