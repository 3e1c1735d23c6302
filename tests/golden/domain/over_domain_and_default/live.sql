create domain amount as numeric(10,2) default 7 not null;
create domain price as amount check (value >= 0);
create domain free_price as price;
create domain list_price as price default 1.5;
create table items (price price, old_price free_price default 3);
