#include "kinds/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "kinds/fields.h"
#include "kinds/naming.h"
#include "kinds/nearest.h"
#include "kinds/not_null.h"
#include "kinds/replica_identity.h"
#include "kinds/validate_parts.h"
#include "sql/quote.h"

namespace plumb {

namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + sql::quote_ident(name);
  return out;
}

class Validator {
 public:
  Validator(const Database& database, const std::function<bool(const ObjectId&)>& answered_for)
      : database_(database), answered_for_(answered_for) {}

  std::vector<Finding> run() {
    database_.each([this](const auto& object) { names(object); });
    names_once();
    for (const Table& table : database_.all<Table>()) check(table);
    for (const ForeignTable& table : database_.all<ForeignTable>()) check_descent(table);
    for (const Policy& policy : database_.all<Policy>()) check(policy);
    for (const Statistics& statistics : database_.all<Statistics>()) elements(statistics, statistics.on, false);
    for (const Column& column : database_.all<Column>()) check(column);
    for (const Check& each : database_.all<Check>()) names_columns(each, each.expression.text);
    for (const PrimaryKey& key : database_.all<PrimaryKey>()) check(key);
    for (const Unique& key : database_.all<Unique>()) check(key);
    for (const Index& index : database_.all<Index>()) check(index);
    for (const Exclusion& exclusion : database_.all<Exclusion>()) check(exclusion);
    for (const ForeignKey& key : database_.all<ForeignKey>()) check(key);
    for (const Enum& e : database_.all<Enum>()) check(e);
    for (const BaseType& b : database_.all<BaseType>()) check(b);
    for (const Sequence& sequence : database_.all<Sequence>()) check(sequence);
    for (const Publication& p : database_.all<Publication>()) check(p);
    for (const PublishedTable& table : database_.all<PublishedTable>()) check(table);
    for (const Server& server : database_.all<Server>()) check(server);
    for (const Subscription& s : database_.all<Subscription>()) check(s);
    for (const Settings& settings : database_.all<Settings>()) check(settings);
    for (const Role& role : database_.all<Role>()) check(role);
    for (const Owner& owner : database_.all<Owner>()) check(owner);
    for (const Privileges& p : database_.all<Privileges>()) check(p, p.grants, grantable(p.id.of));
    for (const DefaultPrivileges& p : database_.all<DefaultPrivileges>()) check(p);
    for (const Function& function : database_.all<Function>()) check(function);
    for (const Procedure& procedure : database_.all<Procedure>()) body(procedure);
    for (const Trigger& trigger : database_.all<Trigger>()) check(trigger);
    for (const ClonedTrigger& trigger : database_.all<ClonedTrigger>()) check(trigger);
    one_of_a_kind();
    validation::partition_bounds(database_, out_);
    validation::routines(database_, answered_for_, out_);
    validation::sequences(database_, out_);
    validation::key_types(database_, out_);
    validation::enum_values(database_, out_);
    say_of_inherited_once();
    return std::move(out_);
  }

 private:
  // What is wrong with a column is said once, not of each child that has it from there.
  void say_of_inherited_once() {
    std::set<ObjectId> columns;
    for (const Finding& finding : out_)
      if (finding.object->id.kind == KindTag::column) columns.insert(finding.object->id);
    const auto place = [](const Origin& origin) { return std::tuple(origin.file, origin.line, origin.column); };
    std::erase_if(out_, [&](const Finding& finding) {
      const ObjectId& id = finding.object->id;
      if (!columns.contains(id)) return false;
      const auto parents = parents_of(table_of(id), database_);
      return std::any_of(parents.begin(), parents.end(), [&](const ObjectId& parent) {
        const Column* whole = database_.find<Column>(column_id(parent, id.name));
        return whole && columns.contains(whole->id) && place(whole->origin) == place(finding.object->origin);
      });
    });
  }

  void report(const Base& object, std::string message, std::string hint = {}, ObjectId about = {}) {
    out_.push_back({&object, std::move(message), std::move(hint), std::move(about)});
  }

  // --- Names ---------------------------------------------------------------------------------------------------------

  template <typename T>
  void names(const T& object) {
    if (is_attached<T> || is_nameless<T>) return;
    const std::string& name = own_name(object);
    if (object.id.name.empty()) report(object, fmt::format("{} with an empty name", kind_name(object.id.kind)));
    if (name.size() > sql::max_identifier_bytes) report(object, too_long(name), "choose a shorter one");
    if (object.id.parent.empty() && object.id.schema.size() > sql::max_identifier_bytes)
      report(object, too_long(object.id.schema), "choose a shorter one");
    const std::string& home = object.id.kind == KindTag::schema ? object.id.name : object.id.schema;
    const bool implied = object.id.kind == KindTag::schema && object.origin.file == 0;
    if (object.id.parent.empty() && !implied && is_schema_of_postgres(home))
      report(object, fmt::format("{}: the schema {} is PostgreSQL's own", to_string(object.id), home),
             "declare it in a schema of yours");
    if (object.renamed_from.value == name && !name.empty())
      report(object, fmt::format("{} says that it is renamed from its own name", to_string(object.id)),
             "renamed_from is the name that it had before");
  }

  static std::string too_long(const std::string& name) {
    return fmt::format("{} has {} bytes, and PostgreSQL keeps {} of a name", name, name.size(),
                       sql::max_identifier_bytes);
  }

  static std::string_view why_once(std::string_view space) {
    if (space == "pg_class") return "tables, views, sequences and indexes of a schema share their names";
    return space == "pg_type" ? "types, tables and views of a schema share their names"
                              : "functions, procedures and aggregates of a schema share their names";
  }

  // Not in order, but at once.
  static bool any_twice(const auto& names, const auto& key) {
    NameKeys seen;
    seen.reserve(names.size());
    return std::any_of(names.begin(), names.end(), [&](const auto& each) { return !seen.insert(key(each)).second; });
  }

  void names_once() {
    struct Name {
      std::string_view space;
      const ObjectId* id;
      const Base* object;
    };
    std::vector<Name> all;
    database_.each_kind([&all]<typename T>(const std::vector<T>& objects) {
      for (const std::string_view space : name_spaces<T>())
        for (const T& object : objects)
          if (!object.id.name.empty()) all.push_back({space, &object.id, &object});
    });
    const auto key = [](const Name& name) { return NameKey{{name.space, name.id->schema, name.id->name}}; };
    if (!any_twice(all, key)) return;
    std::stable_sort(all.begin(), all.end(), [&key](const Name& a, const Name& b) { return key(a) < key(b); });
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (key(all[i - 1]) != key(all[i]) || *all[i - 1].id == *all[i].id) continue;  // twice the same: duplicates()
      if (taken_.insert(*all[i].id).second)
        report(*all[i].object, fmt::format("{} has the name of {}", to_string(*all[i].id), to_string(*all[i - 1].id)),
               std::string(why_once(all[i].space)), *all[i - 1].id);
    }
  }

  // --- Columns -------------------------------------------------------------------------------------------------------

  // MaxHeapAttributeNumber in access/htup_details.h
  void not_too_many_columns(const Table& table) {
    constexpr std::ptrdiff_t most = 1600;
    const auto [first, last] = database_.children<Column>(table.id);
    if (last - first > most)
      report(table, fmt::format("{} has {} columns, and a table takes {}", to_string(table.id), last - first, most),
             "split it into several tables");
  }

  std::vector<std::string> column_names(const ObjectId& table) const {
    std::vector<std::string> out;
    const auto [first, last] = database_.children<Column>(table);
    for (auto it = first; it != last; ++it) out.push_back(it->id.name);
    return out;
  }

  bool has_column(const ObjectId& table, const std::string& name) {
    if (table != last_table_) last_table_ = table, last_columns_ = database_.children<Column>(table);
    const auto [first, last] = last_columns_;
    return std::any_of(first, last, [&name](const Column& column) { return column.id.name == name; });
  }

  // REQUIRES: the table is in the database.
  bool columns_exist(const Base& object, const ObjectId& table, const std::vector<std::string>& names) {
    bool good = true;
    for (const std::string& name : names) {
      if (has_column(table, name)) continue;
      report(object,
             fmt::format("{}: {} has no column {}", to_string(object.id), to_string(table), sql::quote_ident(name)),
             did_you_mean(name, column_names(table)), table);
      good = false;
    }
    return good;
  }

  // What an expression over the rows of a table names must be there. Names of other tables are the server's affair.
  void names_columns(const Base& object, const std::string& expression) {
    static const std::set<std::string, std::less<>> system = {"tableoid", "ctid", "xmin", "xmax", "cmin", "cmax"};
    const ObjectId table = table_of(object.id);
    std::set<std::string> seen;
    for (const std::string& named : sql::columns_named(expression)) {
      const auto parts = split_name(named);
      const bool of_table = parts.size() == 2 && parts[0] == table.name && parts[1] != "*";
      if (parts.size() > 1 && !of_table) continue;
      const bool whole_row = parts.size() == 1 && parts[0] == table.name;
      if (whole_row || system.contains(parts.back()) || !seen.insert(parts.back()).second) continue;
      columns_exist(object, table, {parts.back()});
    }
  }

  void no_column_twice(const Base& object, const std::vector<std::string>& names) {
    std::set<std::string> seen;
    for (const std::string& name : names)
      if (!seen.insert(name).second)
        report(object, fmt::format("{} names the column {} twice", to_string(object.id), sql::quote_ident(name)));
  }

  void check(const Column& column) {
    names_columns(column, column.generated->text);
    for (const std::string& named : sql::columns_named(column.default_expression.text))
      report(column,
             fmt::format("the default of {} names a column, {}, and a default can't", to_string(column.id), named),
             fmt::format("a text stands in SQL's quotes, also within YAML's: \"'{0}'\"; a function has brackets: {0}()",
                         split_name(named).back()));
    check_not_null(column);
    std::vector<std::string> sources;
    if (!column.default_expression.empty()) sources.emplace_back("a default");
    if (column.generated) sources.emplace_back("a generation expression");
    if (column.identity) sources.emplace_back("an identity");
    if (column.generated_virtual && !column.generated)
      report(column, fmt::format("{} is virtual, and says not how it is computed", to_string(column.id)),
             "add the expression: `generated: price * 100`");
    if (sources.size() > 1)
      report(column, fmt::format("{} has {} and {}: a value comes from one of them", to_string(column.id), sources[0],
                                 sources[1]));
    if (column.identity && !column.type.empty() && column.type.text != "smallint" && column.type.text != "integer" &&
        column.type.text != "bigint")
      report(column, fmt::format("{} is an identity of type {}", to_string(column.id), sql::short_type(column.type)),
             "an identity is smallint, integer or bigint");
  }

  // What catalog/heap.c and commands/tablecmds.c refuse of a constraint NOT NULL.
  void check_not_null(const Column& c) {
    const bool told = c.not_null_name || c.not_null_comment || c.not_null_no_inherit || c.not_null_not_valid;
    if (c.nullable && told)
      report(c, fmt::format("{} may be NULL, and something is said of its NOT NULL", to_string(c.id)),
             "nullable: false, or leave out what begins with not_null");
    if (c.not_null_name->size() > sql::max_identifier_bytes)
      report(c, too_long(*c.not_null_name), "choose a shorter one");
    const auto [key, end] = database_.children<PrimaryKey>(table_of(c.id));
    const bool in_key =
        key != end && std::find(key->columns.begin(), key->columns.end(), c.id.name) != key->columns.end();
    if (in_key && (c.not_null_no_inherit || c.not_null_not_valid))
      report(c,
             fmt::format("{} is in the primary key, and its NOT NULL does not hold for {}", to_string(c.id),
                         c.not_null_not_valid ? "the rows that were there" : "child tables"),
             "leave it out", key->id);
    if (told && inherits_not_null(c, database_))
      report(c, fmt::format("{} has its NOT NULL from a table above", to_string(c.id)),
             "its name, comment and what else it is are said there alone");
  }

  // --- Partitions and children -----------------------------------------------------------------------------------------

  void check(const Table& table) {
    not_too_many_columns(table);
    check_descent(table);
    for (const std::string& column : table.partition_by.columns())
      if (!column.empty()) columns_exist(table, table.id, {column});
    if (table.partition_by.empty() || table.inherits.empty()) return;
    report(table, fmt::format("{} is partitioned and inherits", to_string(table.id)),
           "a partitioned table has no parents");
  }

  void check_descent(const Descendant& child) {
    if (child.partition_of.empty() != child.bound.empty())
      report(child,
             child.bound.empty() ? fmt::format("{} is a partition without a bound", to_string(child.id))
                                 : fmt::format("{} has a bound and is no partition", to_string(child.id)),
             child.bound.empty() ? "bound: for values …, or default" : "partition_of: the partitioned table");
    if (!child.partition_of.empty() && !child.inherits.empty())
      report(child, fmt::format("{} is a partition and inherits", to_string(child.id)),
             "a partition has no parents but its table");
    for (const ObjectId& parent : parents_of(child)) {
      const Table* table = database_.find<Table>(parent);
      if (!table && answered_for_(parent))
        report(child, fmt::format("{} has {} as parent, which is not declared", to_string(child.id), to_string(parent)),
               near_table(parent, child.id.schema), parent);
      if (table && !child.partition_of.empty()) check_partition(child, *table);
    }
  }

  void check_partition(const Descendant& child, const Table& parent) {
    if (parent.partition_by.empty()) {
      report(
          child,
          fmt::format("{} is a partition of {}, which is not partitioned", to_string(child.id), to_string(parent.id)),
          "partition_by: range (created_at), for example", parent.id);
      return;
    }
    columns_exist(child, parent.id, column_names(child.id));
    if (child.bound.empty()) return;
    using Form = sql::PartitionBoundDefinition::Form;
    static constexpr std::tuple<std::string_view, Form, std::string_view> forms[] = {
        {"range", Form::from_to, "for values from (…) to (…)"},
        {"list", Form::in, "for values in (…)"},
        {"hash", Form::with, "for values with (modulus …, remainder …)"}};
    const std::string strategy = sql::parse_partition_key(parent.partition_by.text).strategy;
    const Form is = sql::parse_partition_bound(child.bound.text).form;
    for (const auto& [name, form, words] : forms)
      if (name == strategy && is != form && (is != Form::by_default || name == "hash"))
        report(
            child,
            fmt::format("{} can't be {} of a table partitioned by {}", to_string(child.id), child.bound.text, strategy),
            std::string(words), parent.id);
  }

  // PostgreSQL can keep rows of different partitions apart by the key alone (DefineIndex in commands/indexcmds.c).
  void covers_partition_key(const Key& key) { covers_keys_from(key, table_of(key.id)); }

  void covers_keys_from(const Key& key, const ObjectId& id) {
    const Table* table = database_.find<Table>(id);
    if (!table || table->partition_by.empty()) return;
    for (const std::string& column : table->partition_by.columns()) {
      if (std::find(key.columns.begin(), key.columns.end(), column) != key.columns.end()) continue;
      report(key,
             column.empty() ? fmt::format("{} can't be: {} is partitioned by an expression", to_string(key.id),
                                          to_string(table->id))
                            : fmt::format("{} lacks {}, by which {} is partitioned", to_string(key.id),
                                          sql::quote_ident(column), to_string(table->id)),
             "a key of a partitioned table has all columns of its partition key", table->id);
      return;
    }
    for (const ObjectId& partition : children_of(id, database_)) covers_keys_from(key, partition);
  }

  void check(const Policy& policy) {
    const auto no = [&](std::string_view what, std::string_view hint) {
      report(policy, fmt::format("{} is for {}, and has {}", to_string(policy.id), policy.command, what),
             std::string(hint));
    };
    if (policy.command == "insert" && !policy.using_expression.empty())
      no("`using`", "what may be inserted is said by `check`");
    if ((policy.command == "select" || policy.command == "delete") && !policy.check.empty())
      no("`check`", "what is seen or deleted is said by `using`");
    const bool for_all = std::find(policy.roles.begin(), policy.roles.end(), "public") != policy.roles.end();
    if (for_all && policy.roles.size() > 1)
      report(policy, fmt::format("{} is for public, which is all, and for other roles", to_string(policy.id)),
             "PostgreSQL would ignore the others: leave out public, or them");
  }

  // --- Keys and indexes ----------------------------------------------------------------------------------------------

  void check(const Key& key) {
    const ObjectId table = table_of(key.id);
    if (key.columns.empty()) report(key, fmt::format("{} has no columns", to_string(key.id)));
    no_column_twice(key, key.columns);
    columns_exist(key, table, key.columns);
    columns_exist(key, table, key.include);
    if (key.initially_deferred && !key.deferrable) not_deferrable(key);
    covers_partition_key(key);
  }

  void not_deferrable(const Base& object) {
    report(object, fmt::format("{} is deferred without being deferrable", to_string(object.id)), "deferrable: true");
  }

  // The columns of a materialized view, or of a table of a composite type, are known to the server alone.
  bool columns_known(const ObjectId& table) const {
    const Table* declared = database_.find<Table>(table);
    return declared ? declared->of.empty()
                    : database_.contains(top_id(KindTag::foreign_table, table.schema, table.name));
  }

  void elements(const Base& object, const std::vector<Element>& all, bool have_operators) {
    if (all.empty()) report(object, fmt::format("{} has no columns", to_string(object.id)));
    if (!columns_known(table_of(object.id))) return;
    for (const Element& element : all) {
      std::string text = element.text;
      if (have_operators) text = text.substr(0, text.rfind(" with "));
      const sql::IndexElement parsed = parsed_element(text);
      if (!parsed.column.empty()) columns_exist(object, table_of(object.id), {parsed.column});
      names_columns(object, parsed.expression);
    }
  }

  static sql::IndexElement parsed_element(const std::string& text) {
    try {
      return sql::parse_index_element(text);
    } catch (const sql::SyntaxError&) {
      return {};  // said where it was read
    }
  }

  void check(const Index& index) {
    elements(index, index.on, false);
    if (!columns_known(table_of(index.id))) return;
    columns_exist(index, table_of(index.id), index.include);
    names_columns(index, index.where.text);
  }

  void check(const Exclusion& exclusion) {
    elements(exclusion, exclusion.elements, true);
    columns_exist(exclusion, table_of(exclusion.id), exclusion.include);
    names_columns(exclusion, exclusion.where.text);
    if (exclusion.initially_deferred && !exclusion.deferrable) not_deferrable(exclusion);
  }

  // --- Foreign keys --------------------------------------------------------------------------------------------------

  void check(const ForeignKey& key) {
    const ObjectId table = table_of(key.id);
    if (key.columns.empty()) report(key, fmt::format("{} has no columns", to_string(key.id)));
    no_column_twice(key, key.columns);
    columns_exist(key, table, key.columns);
    columns_exist(key, table, key.on_delete_columns);
    if (!key.on_delete_columns.empty() && key.on_delete != "set null" && key.on_delete != "set default")
      report(key, fmt::format("{} lists columns for on delete {}", to_string(key.id), key.on_delete),
             "only set null and set default take columns");
    if (key.initially_deferred && !key.deferrable) not_deferrable(key);
    const ObjectId to = key.referenced();
    if (to.name.empty()) return;
    if (database_.find<Table>(to)) return check_target(key, to);
    if (!answered_for_(to)) return;
    std::string hint = near_table(to, key.id.schema);
    report(key, fmt::format("{} references {}, which is not declared", to_string(key.id), to_string(to)),
           std::move(hint), to);
  }

  // What may have been meant, as an object of schema `home` names it.
  std::string near_table(const ObjectId& meant, const std::string& home) const {
    std::vector<std::string> names;
    std::string elsewhere;
    const bool whole = meant.schema != home && meant.schema != "public";
    for (const Table& table : database_.all<Table>()) {
      if (table.id.schema == meant.schema) names.push_back(whole ? address(table.id) : table.id.name);
      if (table.id.name == meant.name) elsewhere = fmt::format("did you mean {}?", address(table.id));
    }
    return did_you_mean(whole ? address(meant) : meant.name, names, elsewhere);
  }

  void check_target(const ForeignKey& key, const ObjectId& to) {
    if (key.referenced_columns.empty()) {
      report(key, fmt::format("{} references {}, which has no primary key", to_string(key.id), to_string(to)),
             "name the referenced columns, or give the table a primary key", to);
      return;
    }
    if (!columns_exist(key, to, key.referenced_columns)) return;
    if (key.columns.size() != key.referenced_columns.size()) {
      report(key,
             fmt::format("{} has {} and references {}", to_string(key.id), counted(key.columns.size()),
                         counted(key.referenced_columns.size())),
             "", to);
      return;
    }
    if (!is_unique(to, key.referenced_columns))
      report(key,
             fmt::format("{} references {} ({}), which no primary key, unique constraint or unique index holds",
                         to_string(key.id), address(to), listed(key.referenced_columns)),
             "declare one of them on the referenced columns", to);
  }

  static std::string counted(std::size_t n) { return n == 1 ? "1 column" : fmt::format("{} columns", n); }

  // PostgreSQL takes a unique index on just these columns, in any order, that is neither partial nor deferrable
  // (transformFkeyCheckAttrs in commands/tablecmds.c).
  bool is_unique(const ObjectId& table, const std::vector<std::string>& columns) const {
    const std::set<std::string> wanted(columns.begin(), columns.end());
    const auto same = [&wanted](const std::vector<std::string>& names) {
      return std::set<std::string>(names.begin(), names.end()) == wanted;
    };
    bool found = false;
    each_child<PrimaryKey>(table,
                           [&](const PrimaryKey& key) { found = found || (!key.deferrable && same(key.columns)); });
    each_child<Unique>(table, [&](const Unique& key) { found = found || (!key.deferrable && same(key.columns)); });
    if (found) return true;
    each_child<Index>(table, [&](const Index& index) {
      if (!index.unique || !index.where.empty()) return;
      std::vector<std::string> names;
      for (const Element& element : index.on) {
        names.push_back(parsed_element(element.text).column);
        if (names.back().empty()) return;
      }
      found = found || same(names);
    });
    // A partition has its table's keys.
    return found || (is_partition(table, database_) && is_unique(parents_of(table, database_).front(), columns));
  }

  template <typename T, typename F>
  void each_child(const ObjectId& table, F&& f) const {
    const auto [first, last] = database_.children<T>(table);
    for (auto it = first; it != last; ++it) f(*it);
  }

  // --- The rest ------------------------------------------------------------------------------------------------------

  void check(const Function& function) {
    const auto& arguments = function.arguments.list;
    const bool has_output =
        std::any_of(arguments.begin(), arguments.end(), [](const auto& a) { return a.is_output(); });
    if (function.returns.empty() && !has_output)
      report(function, fmt::format("{} does not say what it returns", to_string(function.id)),
             "returns: void, where it is nothing");
    if (!function.returns.table.empty() && has_output)
      report(function, fmt::format("{} has output arguments and returns a table", to_string(function.id)),
             "output arguments and the columns of a table are two ways to say the same: keep one");
    body(function);
  }

  // What PostgreSQL refuses of every trigger (commands/trigger.c).
  void check(const Trigger& t) {
    const auto wrong = [&](const std::string& what, std::string hint = {}) {
      report(t, fmt::format("{} {}", to_string(t.id), what), std::move(hint));
    };
    const auto on = [&t](std::string_view event) {
      return std::find(t.events.begin(), t.events.end(), event) != t.events.end();
    };
    const ObjectId table = table_of(t.id);
    const bool of_rows = t.level == "row", on_table = descendant(table, database_) != nullptr;
    not_a_clone(t);
    if (t.events.empty()) wrong("has no events");
    if (on_table && t.timing == "instead of") wrong("is instead of changes of a table: that is for views");
    if (!on_table && of_rows && t.timing != "instead of") wrong("is for each row of a view", "timing: instead of");
    if (!on_table && t.enabled != "origin") wrong("is of a view, where it is always enabled");
    if (t.timing == "instead of" && !of_rows) wrong("is instead of a statement", "for each row");
    if (t.constraint && (!of_rows || t.timing != "after"))
      wrong("is a constraint trigger: these fire after, for each row");
    if (!t.constraint && (t.deferrable || t.initially_deferred || !t.from.empty()))
      wrong("is deferrable or from another table: that is for constraint triggers");
    if (t.initially_deferred && !t.deferrable) not_deferrable(t);
    if (on("truncate") && of_rows) wrong("fires for each row of a TRUNCATE, which looks at none");
    if (!t.columns.empty() && !on("update")) wrong("names columns, but not the event update");
    if (on_table) columns_exist(t, table, t.columns);
  }

  // A row trigger of a table above of which a partition has the clone; null: there is none.
  const Trigger* trigger_above(const ObjectId& id) const {
    for (const ObjectId& table : ancestors_of(table_of(id), database_)) {
      const Trigger* trigger = database_.find<Trigger>(child_id(KindTag::trigger, table, id.name));
      if (trigger && trigger->level == "row") return trigger;
    }
    return nullptr;
  }

  void not_a_clone(const Trigger& t) {
    if (!is_partition(table_of(t.id), database_)) return;
    if (const Trigger* above = trigger_above(t.id))
      report(t, fmt::format("{} is there by {}, which fires on every partition", to_string(t.id), to_string(above->id)),
             fmt::format(
                 "leave it out; in which sessions it fires here alone is said by `cloned_triggers: {{{}: disabled}}`",
                 sql::quote_ident(t.id.name)),
             above->id);
  }

  void check(const ClonedTrigger& t) {
    const ObjectId table = table_of(t.id);
    if (!is_partition(table, database_)) {
      report(t, fmt::format("{} is on a table that is no partition", to_string(t.id)),
             "a partition has clones of the row triggers of its partitioned table; others stand in `triggers`");
      return;
    }
    if (const Trigger* above = trigger_above(t.id)) {
      if (enabled_above(t.id, database_) == t.enabled)  // left over for what hangs on it
        report(t, fmt::format("{} fires as {} does, and has a comment", to_string(t.id), to_string(above->id)),
               "pg_dump keeps no comment of such a clone: leave it out", above->id);
      return;
    }
    std::vector<std::string> names;
    for (const ObjectId& above : ancestors_of(table, database_)) {
      if (!database_.find<Table>(above)) return;  // not declared: said where it is, or the server's affair
      each_child<Trigger>(above, [&names](const Trigger& trigger) {
        if (trigger.level == "row") names.push_back(trigger.id.name);
      });
    }
    report(t, fmt::format("{} is the clone of no row trigger of a table above", to_string(t.id)),
           did_you_mean(t.id.name, names));
  }

  void body(const Routine& routine) {
    const bool in_c = routine.language == "c";
    if (in_c && routine.obj_file.empty())
      report(routine, fmt::format("{} is in C and has no obj_file", to_string(routine.id)),
             "obj_file: the library, for example $libdir/name");
    if (in_c && !routine.body.empty())
      report(routine, fmt::format("{} is in C and has a body", to_string(routine.id)),
             "in C there is obj_file, and link_symbol");
    if (!in_c && !(routine.obj_file.empty() && routine.link_symbol.empty()))
      report(routine,
             fmt::format("{} is in {}: obj_file and link_symbol are for C", to_string(routine.id), routine.language));
  }

  void check(const Enum& e) {
    std::set<std::string> seen;
    for (const std::string& value : e.values) {
      if (!seen.insert(value).second) report(e, fmt::format("{} has the value {} twice", to_string(e.id), value));
      if (value.size() > sql::max_identifier_bytes) report(e, too_long(value), "choose a shorter one");
    }
    for (const auto& [now, before] : e.renamed_values.value)
      if (!seen.contains(now))
        report(e, fmt::format("{} renames {} to {}, which is not among its values", to_string(e.id), before, now));
  }

  void check(const BaseType& b) {
    BaseType shell;
    static_cast<Owned&>(shell) = b;
    if (b.is_shell() && !(b == shell))
      report(b, fmt::format("{} has neither input nor output", to_string(b.id)),
             "say both; or say nothing of it, and it is a shell: a name for functions to use");
    if (b.input.empty() != b.output.empty())
      report(b, fmt::format("{} has no {} function", to_string(b.id), b.input.empty() ? "input" : "output"),
             "a base type needs both: input and output");
    if (!b.like.value.empty() && !Kind<BaseType>::representation(b.like.value, b.id.schema, database_))
      report(b,
             fmt::format("{} is like {}, and how the values of that lie is not known", to_string(b.id),
                         sql::short_type(b.like.value)),
             "say internal_length, passed_by_value, alignment and storage instead");
  }

  void check(const Sequence& sequence) {
    if (sequence.type.text != "smallint" && sequence.type.text != "integer" && sequence.type.text != "bigint")
      report(sequence, fmt::format("{} is of type {}", to_string(sequence.id), sql::short_type(sequence.type)),
             "a sequence is smallint, integer or bigint");
    if (sequence.increment == 0) report(sequence, fmt::format("{} never counts: increment 0", to_string(sequence.id)));
    if (sequence.owned_by.empty()) return;
    const ObjectId table = table_id(sequence.owned_by.schema, sequence.owned_by.table);
    if (table.schema != sequence.id.schema)
      report(sequence, fmt::format("{} is owned by a column of another schema", to_string(sequence.id)),
             "a sequence lives in the schema of the table that owns it");
    if (database_.find<Table>(table)) {
      columns_exist(sequence, table, {sequence.owned_by.column});
    } else if (answered_for_(table)) {
      report(sequence,
             fmt::format("{} is owned by {}, which is not declared", to_string(sequence.id), to_string(table)),
             near_table(table, sequence.id.schema), table);
    }
  }

  void check(const Role& role) {
    for (const std::string& each : role.member_of)
      if (const auto at = each.rfind(" with "); Kind<Role>::is_bare(each) && at != std::string::npos &&
                                                !database_.find<Role>(top_id(KindTag::role, "", each)))
        report(role, fmt::format("{}: a membership has no option \"{}\"", to_string(role.id), each.substr(at + 6)),
               "admin option; from PostgreSQL 16 on also inherit true, inherit false, set false; with commas between");
  }

  void check(const Owner& owner) {
    if (owner.role == "public" || owner.role.empty())
      report(owner, fmt::format("{}: {} is no role", to_string(owner.id), owner.role.empty() ? "nothing" : "public"),
             "name the role that is to own it");
    const Sequence* sequence = database_.find<Sequence>(subject_of(owner.id));
    if (!sequence || sequence->owned_by.empty()) return;
    const Owner* of_table =
        database_.find<Owner>(owner_id(table_id(sequence->owned_by.schema, sequence->owned_by.table)));
    if (of_table && of_table->role != owner.role)
      report(owner,
             fmt::format("{} is {}, and that of the table that it belongs to {}", to_string(owner.id), owner.role,
                         of_table->role),
             "leave it out: the two are always the same");
  }

  void check(const Base& object, const Grants& grants, Grantable what) {
    const auto known = privileges_of(what, {newest_known_major * 10000});
    std::string choices = "one of: all";
    for (const auto name : known) choices.append(", ").append(name);
    for (const auto& [grantee, granted] : grants.by_grantee)
      for (const sql::Privilege& privilege : granted) {
        if (privilege.name != "all" && std::find(known.begin(), known.end(), privilege.name) == known.end())
          report(object, fmt::format("{}: {} is no privilege there", to_string(object.id), privilege.name), choices);
        if (privilege.grant_option && grantee == "public")
          report(object, fmt::format("{}: public can't have a grant option", to_string(object.id)),
                 "grant it to the roles that may pass it on");
        if (!may_pass_on(grants, privilege))
          report(object,
                 fmt::format("{}: {} is granted by {}, which may not pass it on", to_string(object.id), privilege.name,
                             privilege.grantor),
                 fmt::format("give {} {} with grant option, or leave out what it grants", privilege.grantor,
                             privilege.name));
      }
  }

  // One of whom nothing is said may be the owner.
  static bool may_pass_on(const Grants& grants, const sql::Privilege& granted) {
    const auto of_grantor = grants.by_grantee.find(granted.grantor);
    return of_grantor == grants.by_grantee.end() ||
           std::any_of(of_grantor->second.begin(), of_grantor->second.end(), [&granted](const sql::Privilege& own) {
             return own.grant_option && (own.name == granted.name || own.name == "all" || granted.name == "all");
           });
  }

  void check(const DefaultPrivileges& p) {
    check(p, p.grants, grantable(p));
    if (!p.schema.empty() && (p.objects == "schemas" || p.objects == "large objects"))
      report(p, fmt::format("{}: {} are in no schema", to_string(p.id), p.objects), "leave in schema out");
    if (!p.schema.empty() && !answered_for_(table_id(p.schema, "")))
      report(p, fmt::format("{}: {} is not managed", to_string(p.id), to_string(schema_id(p.schema))),
             "add it to the schemas of manage");
    for (const auto& [grantee, granted] : p.grants.by_grantee)
      for (const sql::Privilege& privilege : granted)
        if (!privilege.grantor.empty() && privilege.grantor != p.role)
          report(p, fmt::format("{}: they are granted by {}", to_string(p.id), p.role), "leave granted by out");
  }

  void check(const Publication& p) {
    for (const auto& word : p.operations)
      if (word != "insert" && word != "update" && word != "delete" && word != "truncate")
        report(p, fmt::format("{}: {} is nothing that can be published", to_string(p.id), word),
               "insert, update, delete, truncate");
    const auto& tables = database_.all<PublishedTable>();
    const bool has_tables = std::any_of(tables.begin(), tables.end(),
                                        [&p](const PublishedTable& table) { return table.id.name == p.id.name; });
    if (p.all_tables && (has_tables || !p.schemas.empty()))
      report(p, fmt::format("{} is for all tables, and names some", to_string(p.id)), "leave one of the two out");
  }

  void check(const PublishedTable& published) {
    const ObjectId table = table_of(published.id);
    if (database_.find<Table>(table)) {
      no_column_twice(published, published.columns);
      columns_exist(published, table, published.columns);
    } else if (answered_for_(table)) {
      report(published,
             fmt::format("{} has {}, which is not declared", to_string(whole_of(published.id)), to_string(table)),
             near_table(table, "public"), table);
    }
  }

  void check(const Server& server) {
    if (server.wrapper.empty()) report(server, fmt::format("{} has no foreign-data wrapper", to_string(server.id)));
  }

  void check(const Subscription& s) {
    if (s.publications.empty()) report(s, fmt::format("{} has no publications", to_string(s.id)));
  }

  // PostgreSQL takes it, and then no one can connect.
  void check(const Settings& s) {
    for (const auto& [parameter, value] : s.values.values)
      if (parameter.ends_with("_libraries") && (value.empty() || value.find("\"\"") != std::string::npos))
        report(s, fmt::format("{}: {} with an empty name", to_string(s.id), parameter), "leave it out to have none");
  }

  // What a table can have one of: a primary key, an index to cluster by, an index as replica identity.
  void one_of_a_kind() {
    const auto& keys = database_.all<PrimaryKey>();
    for (std::size_t i = 1; i < keys.size(); ++i)
      if (keys[i - 1].id != keys[i].id && table_of(keys[i - 1].id) == table_of(keys[i].id))
        report(keys[i], fmt::format("{} has more than one primary key", to_string(table_of(keys[i].id))),
               "a key of several columns: primary_key: [a, b]", table_of(keys[i].id));
    const auto mark = [this](const auto& object) {
      const ObjectId table = table_of(object.id);
      if (object.clustered && !clustered_.insert(table).second)
        report(object, fmt::format("{} is clustered by two indexes", to_string(table)));
      if (object.replica_identity && !identified_.insert(table).second)
        report(object, fmt::format("{} has two indexes as replica identity", to_string(table)));
      if (!object.replica_identity) return;
      const Table* on = database_.find<Table>(table);
      if (on && on->replica_identity != "default")
        report(object,
               fmt::format("{} has an index as replica identity, and is {}", to_string(table), on->replica_identity));
      if (const std::string why = refused_identity(object, database_); !why.empty())
        report(object, fmt::format("{} can't be the replica identity: {}", to_string(object.id), why));
    };
    for (const PrimaryKey& key : keys) mark(key);
    for (const Unique& key : database_.all<Unique>()) mark(key);
    for (const Index& index : database_.all<Index>()) mark(index);
  }

  const Database& database_;
  const std::function<bool(const ObjectId&)>& answered_for_;
  std::vector<Finding> out_;
  // The table that was asked for last: what names a table's columns stands together.
  ObjectId last_table_;
  decltype(std::declval<const Database&>().children<Column>({})) last_columns_;
  std::set<ObjectId> clustered_, identified_, taken_;
};

}  // namespace

std::vector<Finding> validate(const Database& wanted, const std::function<bool(const ObjectId&)>& answered_for) {
  return Validator(wanted, answered_for).run();
}

std::vector<Finding> unsupported(const Database& wanted, ServerVersion version) {
  std::vector<Finding> out;
  const auto check = [&](const Base& object, const VersionNeed& need) {
    if (version.at_least(need.major)) return;
    out.push_back({&object,
                   fmt::format("{}: {} needs PostgreSQL {}, and the server is {}", to_string(object.id), need.what,
                               need.major, version.major()),
                   "leave it out, or upgrade the server"});
  };
  wanted.each([&]<typename T>(const T& object) {
    if constexpr (requires { Kind<T>::needs_version(object); }) check(object, Kind<T>::needs_version(object));
    if constexpr (requires { Kind<T>::needs_version(object, wanted); })
      check(object, Kind<T>::needs_version(object, wanted));
  });
  return out;
}

}  // namespace plumb
