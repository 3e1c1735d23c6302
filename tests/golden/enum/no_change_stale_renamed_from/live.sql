create type state as enum ('new', 'shipped', 'lost');
create table orders (a state default 'new'::state, b state[] default array['new'::state, 'lost'], c state check (c = any (array['new'::state, 'lost'::state])));
