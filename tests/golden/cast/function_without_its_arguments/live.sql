CREATE TYPE mood AS ENUM ('calm', 'busy');
CREATE FUNCTION weight(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS $$select case $1 when 'calm' then 1 else 2 end$$;
CREATE CAST (mood AS integer) WITH FUNCTION weight(mood);
