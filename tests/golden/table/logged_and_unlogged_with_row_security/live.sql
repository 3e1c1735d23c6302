CREATE UNLOGGED TABLE becomes_logged (id bigint PRIMARY KEY);
ALTER TABLE becomes_logged ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_rows ON becomes_logged USING (true);
CREATE TABLE refers (id bigint PRIMARY KEY, other bigint);
CREATE UNLOGGED TABLE is_unlogged (id bigint PRIMARY KEY);
CREATE TABLE becomes_unlogged (id bigint PRIMARY KEY, other bigint);
