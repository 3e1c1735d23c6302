-- What its body uses of operators and casts must be there first, as names must.
select 1;
