CREATE FUNCTION shout(varchar) RETURNS varchar LANGUAGE sql IMMUTABLE AS 'select upper($1)';
CREATE FUNCTION digits(varchar) RETURNS integer LANGUAGE sql IMMUTABLE AS 'select length($1)';
CREATE OPERATOR !! (FUNCTION = shout, RIGHTARG = varchar(20));
CREATE CAST (varchar(20) AS integer) WITH FUNCTION digits(varchar(20)) AS ASSIGNMENT;
CREATE TYPE words AS RANGE (SUBTYPE = varchar(20));
CREATE AGGREGATE longest(varchar) (SFUNC = pg_catalog.text_larger, STYPE = text);
