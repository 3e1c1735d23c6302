// Which bounds of partitions leave room to each other.
#include <doctest/doctest.h>

#include "kinds/bounds.h"

using namespace plumb;

namespace {

bool share(const char* a, const char* b, const char* type) {
  const auto one = sql::parse_partition_bound(a), other = sql::parse_partition_bound(b);
  const bool out = may_share_rows(one, other, {Type{type}});
  CHECK(may_share_rows(other, one, {Type{type}}) == out);
  return out;
}

}  // namespace

TEST_CASE("ranges: apart where one surely ends before the other begins") {
  CHECK(share("for values from (0) to (10)", "for values from (5) to (15)", "integer"));
  CHECK_FALSE(share("for values from (9) to (10)", "for values from (10) to (11)", "integer"));
  CHECK_FALSE(share("for values from (minvalue) to (10)", "for values from ('10') to (maxvalue)", "integer"));
  // The order of texts is their collation's, but what is the same is the same.
  CHECK(share("for values from ('a') to ('b')", "for values from ('c') to ('d')", "text"));
  CHECK_FALSE(share("for values from ('a') to ('b')", "for values from ('b') to ('d')", "text"));
}

TEST_CASE("ranges: times whose zones are not known are apart by days") {
  const char* const zoned = "timestamp with time zone";
  const char* const old = "for values from ('2024-12-01 00:00:00+00') to ('2025-01-01 00:00:00+00')";
  CHECK(share(old, "for values from ('2025-01-01') to ('2025-02-01')", zoned));
  CHECK_FALSE(share(old, "for values from ('2025-02-01') to ('2025-03-01')", zoned));
  CHECK_FALSE(share(old, "for values from ('2025-01-01 00:00:00+00') to ('2025-02-01 00:00:00+00')", zoned));
}

TEST_CASE("lists: apart where no value is in both, whatever it is written like") {
  CHECK(share("for values in (1, 2)", "for values in ('2')", "integer"));
  CHECK_FALSE(share("for values in (1, 2)", "for values in (3, null)", "integer"));
  CHECK_FALSE(share("for values in ('a')", "for values in ('A')", "text"));
  CHECK(share("for values in ('a')", "for values in ('A')", "citext"));
  CHECK(share("for values in (null)", "for values in ('a', null)", "text"));
}

TEST_CASE("remainders and defaults") {
  CHECK(share("for values with (modulus 2, remainder 0)", "for values with (modulus 4, remainder 2)", "integer"));
  CHECK_FALSE(share("for values with (modulus 2, remainder 1)", "for values with (modulus 4, remainder 2)", "integer"));
  CHECK(share("default", "default", "integer"));
  CHECK_FALSE(share("default", "for values in (1)", "integer"));
}
