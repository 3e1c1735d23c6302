// The integration tests: on a real PostgreSQL that they start themselves.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "support/server.h"

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int result = context.run();
  plumb::testing::stop_shared_server();
  return result;
}
