create operator class points for type point using gist as
  operator 1 <<, operator 15 <-> for order by float_ops,
  function 1 gist_point_consistent(internal, point, smallint, oid, internal),
  function 2 gist_box_union(internal, internal), function 3 gist_point_compress(internal),
  function 5 gist_box_penalty(internal, internal, internal), function 6 gist_box_picksplit(internal, internal),
  function 7 gist_box_same(box, box, internal), function 8 gist_point_distance(internal, point, smallint, oid, internal),
  storage box;
