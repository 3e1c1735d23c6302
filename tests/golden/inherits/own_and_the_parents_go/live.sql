create table par (a int, b int, constraint k check (a > 0), constraint l check (a > 1), constraint m check (a > 2));
create table ch (a int, b int, constraint k check (a > 0), constraint l check (a > 1), constraint m check (a > 2)) inherits (par);
create table grand () inherits (ch);
