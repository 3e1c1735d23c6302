create type pair as (a integer, b text, gone text);
