// Random declarations, each valid, over all kinds with dependencies between them; and random edits of one, so that two
// have most in common. The same seed gives the same declarations on every machine.
#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace plumb::testing {

// splitmix64 (Steele, Lea, Flood 2014): the standard library's distributions differ between implementations.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t number() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(number() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::uint64_t state_;
};

// A declaration while it is made. Names are keys, so that an edit finds what it edits.
struct Sample {
  struct Column {
    std::string type;  // of samples(), a type's name, an enum's with [] for an array
    bool not_null = false, identity = false;
    std::string default_value, generated, comment;
    std::string function;  // that the default calls, or none
  };
  struct Key {
    std::vector<std::string> columns;
  };
  struct ForeignKey {
    std::string column, table, rest;  // references its primary key
  };
  struct Call {
    std::string column, function;  // a check: function(column) is not null
  };
  struct Trigger {
    std::string form, function;  // "before insert for each row"
  };
  // Who has it, and what others may do with it: roles that every server has.
  struct Held {
    std::string owner, grants;  // of privileges the YAML, or nothing
  };
  struct Rule {
    std::string form, table;  // with a table: it writes to that one's id
  };
  struct Partition {
    std::string bound;
    std::map<std::string, std::string> parts;  // of a second level, by hash of the key: their bounds
  };
  struct Table {
    std::vector<std::pair<std::string, Column>> columns;           // in order; the first is the primary key
    std::map<std::string, std::string> checks, indexes, policies;  // short forms; of policies what they check
    std::map<std::string, Call> calls;
    std::map<std::string, Key> unique;
    std::map<std::string, ForeignKey> foreign_keys;
    std::map<std::string, Trigger> triggers;
    std::map<std::string, Rule> rules;
    std::map<std::string, std::vector<std::string>> statistics;  // their columns
    std::string
        inherits;  // one table, which has no parent itself; for good: what it has from there is no column of its own
    Held held;
    std::string partition_by;
    std::map<std::string, Partition> partitions;
    std::string comment;
    bool unlogged = false;
  };
  // One of a name for each type of its argument.
  struct Function {
    std::vector<std::string> types;
    int body = 0;
    Held held;
  };
  // A prefix operator; of a name there may be several.
  struct Operator {
    std::string function, type;
  };
  struct Domain {
    std::string type, rest;  // the rest of its short form
  };
  struct View {
    std::string from;  // a table or a view
    std::vector<std::string> columns;
    bool materialized = false;
    std::string comment;
    Held held;
  };
  std::map<std::string, std::vector<std::string>> enums;
  std::map<std::string, std::string> ranges;  // their subtypes
  std::map<std::string, Domain> domains;
  std::map<std::string, std::string> sequences;  // short forms
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> composites;
  std::map<std::string, Function> functions;
  std::map<std::string, Operator> operators;
  std::map<std::string, int> trigger_functions;
  std::map<std::string, Table> tables;
  std::map<std::string, View> views;
};

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : chance_(seed) {}

  // About so many objects.
  Sample sample(std::size_t objects);
  // The same with random edits; always valid.
  Sample edited(Sample sample, std::size_t edits);

 private:
  std::string name(std::string_view stem);
  template <typename Map>
  auto one_of(Map& map) {
    auto it = map.begin();
    std::advance(it, chance_.below(map.size()));
    return it;
  }
  Sample::Column column(const Sample& sample);
  void add_enum(Sample& sample);
  Sample::Domain domain(const Sample& sample);
  void add_domain(Sample& sample);
  void add_sequence(Sample& sample);
  void add_composite(Sample& sample);
  void add_range(Sample& sample);
  void add_function(Sample& sample);
  void add_operator(Sample& sample);
  Sample::Held held(std::string_view privileges);
  void add_rule(Sample& sample, Sample::Table& table);
  void add_statistics(Sample& sample, Sample::Table& table);
  void inherit(Sample& sample, const std::string& child);
  void add_partitions(Sample::Table& table);
  void add_partition(Sample::Table& table);
  void add_beside(Sample& sample, Sample::Table& table);
  std::string some_type(const Sample& sample);
  void add_table(Sample& sample);
  void add_part(Sample& sample, Sample::Table& table);
  void add_view(Sample& sample);
  void edit(Sample& sample);
  void edit_column(Sample& sample, Sample::Table& table);
  void edit_enum(Sample& sample);
  void edit_domain(Sample& sample);
  void edit_composite(Sample& sample);
  void edit_function(Sample& sample);
  void edit_partitions(Sample::Table& table);
  void edit_types(Sample& sample);
  void edit_beside(Sample& sample, Sample::Table& table);

  Chance chance_;
  int counter_ = 0;
};

// Drops what refers to something that is no longer there or no longer fits, until nothing does.
void mend(Sample& sample);

std::string to_yaml(const Sample& sample);

}  // namespace plumb::testing
