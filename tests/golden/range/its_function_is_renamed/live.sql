CREATE FUNCTION apart(double precision, double precision) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'select $1 - $2';
CREATE TYPE floats AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = apart);
CREATE OPERATOR ~-~ (FUNCTION = apart, LEFTARG = double precision, RIGHTARG = double precision);
CREATE TABLE t (f floats);
