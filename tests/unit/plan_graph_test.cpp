#include <doctest/doctest.h>

#include "plan/graph.h"

using plumb::Graph;

namespace {
std::vector<std::size_t> by_number(const Graph& graph) { return graph.sorted(std::less<>()); }
}  // namespace

TEST_CASE("graph: nodes without edges stand in the order of the comparison") {
  const Graph graph(4);
  CHECK_EQ(by_number(graph), std::vector<std::size_t>{0, 1, 2, 3});
  CHECK_EQ(graph.sorted(std::greater<>()), std::vector<std::size_t>{3, 2, 1, 0});
}

TEST_CASE("graph: an edge wins over the comparison, and what becomes free goes at once if it is least") {
  Graph graph(4);
  graph.must_run_before(3, 0);
  graph.must_run_before(3, 0);  // twice is once
  CHECK_EQ(by_number(graph), std::vector<std::size_t>{1, 2, 3, 0});
  graph.must_run_before(2, 1);
  CHECK_EQ(by_number(graph), std::vector<std::size_t>{2, 1, 3, 0});
}

TEST_CASE("graph: an edge to itself means nothing") {
  Graph graph(1);
  graph.must_run_before(0, 0);
  CHECK_EQ(by_number(graph), std::vector<std::size_t>{0});
}

TEST_CASE("graph: the nodes of a loop are left out, and the loop is named") {
  Graph graph(5);
  graph.must_run_before(0, 1);
  graph.must_run_before(1, 2);
  graph.must_run_before(2, 3);
  graph.must_run_before(3, 1);
  graph.must_run_before(3, 4);  // after the loop, not in it
  CHECK_EQ(by_number(graph), std::vector<std::size_t>{0});
  const auto loop = graph.loop();
  CHECK_EQ(loop.size(), 3);
  for (std::size_t i = 0; i < loop.size(); ++i) CHECK(graph.after(loop[i]).contains(loop[(i + 1) % loop.size()]));
  CHECK(Graph(3).loop().empty());
}

TEST_CASE("graph: reachable follows edges forward only") {
  Graph graph(4);
  graph.must_run_before(0, 1);
  graph.must_run_before(1, 2);
  CHECK_EQ(graph.reachable({1}), std::vector<bool>{false, true, true, false});
}
