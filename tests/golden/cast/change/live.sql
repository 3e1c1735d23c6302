create cast (xml as json) without function as assignment;
create cast (double precision as timestamptz) with function to_timestamp(double precision);
create cast (json as xml) without function;
comment on cast (xml as json) is 'text is text';
