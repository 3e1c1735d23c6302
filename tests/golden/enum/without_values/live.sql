CREATE TYPE as_is AS ENUM ();
CREATE TYPE gains AS ENUM ();
CREATE TYPE loses AS ENUM ('a');
CREATE TABLE t (id int, g gains, l loses);
INSERT INTO t VALUES (1);
