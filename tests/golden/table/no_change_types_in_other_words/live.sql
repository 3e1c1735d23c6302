create table t (
  a integer, b bigint, c smallint, d real, e double precision, f numeric(10,2), g numeric(10,0),
  h character varying(20), i character varying, j character(1), k character(5), l "char", m text,
  n timestamp without time zone, o timestamp with time zone, p timestamp(3) with time zone, q time without time zone,
  r time(2) with time zone, s interval, t interval day to second(3), u bit(1), v bit varying(5), w boolean,
  x integer[], y character varying(5)[], z numeric(6,3)[], aa bytea, bb uuid, cc jsonb, dd inet, ee name, ff oid
);
