#include "plan/plan_json.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "model/error.h"
#include "plan/render.h"

namespace plumb {

namespace {

using Json = nlohmann::ordered_json;

// --- Words of enumerations, one list for both ways -------------------------------------------------------------------

constexpr std::array verbs{Verb::create, Verb::alter, Verb::rename, Verb::replace, Verb::drop};
constexpr std::array classes{Class::additive, Class::breaking};
constexpr std::array hazard_kinds{HazardKind::destroys_data, HazardKind::rewrites_table,   HazardKind::blocks_reads,
                                  HazardKind::blocks_writes, HazardKind::may_fail_on_data, HazardKind::breaks_clients};
constexpr std::array lock_modes{
    Lock::access_share, Lock::row_share,           Lock::row_exclusive, Lock::share_update_exclusive,
    Lock::share,        Lock::share_row_exclusive, Lock::exclusive,     Lock::access_exclusive};
constexpr std::array note_kinds{Note::Kind::likely_rename, Note::Kind::unmanaged_dependent,
                                Note::Kind::unproven,      Note::Kind::unmanaged,
                                Note::Kind::obstacle,      Note::Kind::hint};

std::string_view to_string(Note::Kind kind) {
  switch (kind) {
    case Note::Kind::likely_rename:
      return "likely-rename";
    case Note::Kind::unmanaged_dependent:
      return "unmanaged-dependent";
    case Note::Kind::unproven:
      return "unproven";
    case Note::Kind::unmanaged:
      return "unmanaged";
    case Note::Kind::obstacle:
      return "obstacle";
    case Note::Kind::hint:
      return "hint";
  }
  return "";
}

#define PLUMB_TAG(type, enumerator, name) KindTag::enumerator,
constexpr KindTag kinds[] = {PLUMB_KINDS(PLUMB_TAG)};
#undef PLUMB_TAG

std::string_view to_string(KindTag kind) { return kind_name(kind); }

// --- Writing ---------------------------------------------------------------------------------------------------------

template <typename T, typename F>
Json list(const std::vector<T>& values, F&& write) {
  Json out = Json::array();
  for (const T& value : values) out.push_back(write(value));
  return out;
}

Json write_id(const ObjectId& id) {
  Json out;
  out["kind"] = to_string(id.kind);
  if (id.of != KindTag::none) out["of"] = to_string(id.of);
  if (!id.schema.empty()) out["schema"] = id.schema;
  if (!id.parent.empty()) out["parent"] = id.parent;
  out["name"] = id.name;
  return out;
}

Json write_hazard(const Hazard& hazard) { return {{"hazard", to_string(hazard.kind)}, {"reason", hazard.reason}}; }

Json write_statement(const Statement& statement) {
  Json out;
  out["sql"] = shown(statement);
  if (!statement.secrets.empty() || statement.redacted) out["redacted"] = true;
  out["transactional"] = statement.transactional;
  out["locks"] = list(statement.locks, [](const LockedRelation& locked) {
    return Json{{"relation", write_id(locked.relation)}, {"mode", to_string(locked.lock)}};
  });
  out["hazards"] = list(statement.hazards, write_hazard);
  return out;
}

void write_change(const Change& change, Json& out) {
  out["object"] = to_string(change.id);
  out["id"] = write_id(change.id);
  out["verb"] = to_string(change.verb);
  if (change.from != change.id) out["from"] = write_id(change.from);
  out["fields"] = list(change.fields, [](const FieldChange& field) {
    return Json{{"field", field.field}, {"from", field.from}, {"to", field.to}};
  });
  if (!change.why.empty()) out["why"] = change.why;
  if (change.unproven) out["unproven"] = true;
  if (change.releases) out["releases"] = true;
}

Json write_step(const Step& step) {
  Json out;
  write_change(step.change, out);
  out["class"] = to_string(step.own_class);
  out["phase"] = to_string(step.phase);
  out["hazards"] = list(hazards(step), write_hazard);
  out["after"] = step.after;
  if (step.size)
    out["size"] = {{"rows", step.size->rows}, {"bytes", step.size->bytes}, {"heap_bytes", step.size->heap_bytes}};
  out["folded"] = list(step.folded, [](const Change& change) {
    Json part;
    write_change(change, part);
    return part;
  });
  out["search_path"] = step.search_path;
  out["statements"] = list(step.statements, write_statement);
  out["undo"] = list(step.undo, write_statement);
  if (!step.analyze.empty()) out["analyze"] = list(step.analyze, write_id);
  return out;
}

}  // namespace

std::string to_json(const Plan& plan) {
  Json out;
  out["format_version"] = plan_format_version;
  out["database"] = plan.database;
  out["server_version"] = plan.server.number;
  out["live_fingerprint"] = plan.live_fingerprint;
  out["wanted_fingerprint"] = plan.wanted_fingerprint;
  out["summary"] = {{"additive", plan.count(Class::additive)},
                    {"breaking", plan.count(Class::breaking)},
                    {"version", version_part(plan)}};
  out["steps"] = list(plan.steps, write_step);
  out["notes"] = list(plan.notes, [](const Note& note) {
    return Json{{"kind", to_string(note.kind)}, {"text", note.text}};
  });
  out["unmanaged"] = list(plan.unmanaged, [](const UnmanagedCount& each) {
    return Json{{"sort", each.sort}, {"count", each.count}};
  });
  return out.dump(2) + "\n";
}

// --- Reading ---------------------------------------------------------------------------------------------------------

namespace {

[[noreturn]] void malformed(const std::string& what) {
  throw Error(Failure::usage, "this is no plan that plumb wrote: " + what, "make it anew: plumb plan --out plan.json");
}

// A value and the way to it, so that errors can say where.
class Reader {
 public:
  Reader(const Json& value, std::string path) : value_(value), path_(std::move(path)) {}

  bool has(const char* key) const { return value_.is_object() && value_.contains(key); }
  Reader operator[](const char* key) const {
    const std::string path = path_.empty() ? key : path_ + "." + key;
    if (!value_.is_object()) wrong("an object");
    const auto found = value_.find(key);
    if (found == value_.end()) malformed(path + " is missing");
    return {*found, path};
  }

  std::string text() const {
    if (!value_.is_string()) wrong("a string");
    return value_.get<std::string>();
  }
  bool flag() const {
    if (!value_.is_boolean()) wrong("true or false");
    return value_.get<bool>();
  }
  long long integer() const {
    const bool too_big = value_.is_number_unsigned() && value_.get<std::uint64_t>() > std::uint64_t{1} << 62;
    if (!value_.is_number_integer() || too_big) wrong("an integer");
    return value_.get<long long>();
  }
  double number() const {
    if (!value_.is_number()) wrong("a number");
    return value_.get<double>();
  }

  template <typename F>
  void each(F&& f) const {
    if (!value_.is_array()) wrong("a list");
    for (std::size_t i = 0; i < value_.size(); ++i) f(Reader(value_[i], fmt::format("{}[{}]", path_, i)));
  }

  template <typename Choices>
  auto one_of(const Choices& choices) const {
    const std::string word = text();
    for (const auto choice : choices)
      if (to_string(choice) == word) return choice;
    malformed(fmt::format("{}: \"{}\" is none of its words", path_, word));
  }

  [[noreturn]] void wrong(const std::string& wanted) const {
    malformed(fmt::format("{} must be {}", path_.empty() ? "the document" : path_, wanted));
  }
  const std::string& path() const { return path_; }

 private:
  const Json& value_;
  std::string path_;
};

ObjectId read_id(const Reader& in) {
  ObjectId out;
  out.kind = in["kind"].one_of(kinds);
  if (in.has("of")) out.of = in["of"].one_of(kinds);
  if (in.has("schema")) out.schema = in["schema"].text();
  if (in.has("parent")) out.parent = in["parent"].text();
  out.name = in["name"].text();
  return out;
}

Hazard read_hazard(const Reader& in) { return {in["hazard"].one_of(hazard_kinds), in["reason"].text()}; }

Statements read_statements(const Reader& in) {
  Statements out;
  in.each([&out](const Reader& each) {
    Statement statement;
    statement.sql = each["sql"].text();
    if (each.has("redacted")) statement.redacted = each["redacted"].flag();
    statement.transactional = each["transactional"].flag();
    each["locks"].each([&statement](const Reader& lock) {
      statement.locks.push_back({read_id(lock["relation"]), lock["mode"].one_of(lock_modes)});
    });
    each["hazards"].each([&statement](const Reader& hazard) { statement.hazards.push_back(read_hazard(hazard)); });
    out.push_back(std::move(statement));
  });
  return out;
}

Change read_change(const Reader& in) {
  Change out;
  out.id = read_id(in["id"]);
  out.verb = in["verb"].one_of(verbs);
  out.from = in.has("from") ? read_id(in["from"]) : out.id;
  in["fields"].each([&out](const Reader& field) {
    out.fields.push_back({field["field"].text(), field["from"].text(), field["to"].text()});
  });
  if (in.has("why")) out.why = in["why"].text();
  if (in.has("unproven")) out.unproven = in["unproven"].flag();
  if (in.has("releases")) out.releases = in["releases"].flag();
  return out;
}

// number: of the step itself, which must come after all that it waits for.
Step read_step(const Reader& in, std::size_t number) {
  Step out;
  out.change = read_change(in);
  out.own_class = in["class"].one_of(classes);
  out.phase = in["phase"].one_of(classes);
  in["after"].each([&out, number](const Reader& before) {
    const long long index = before.integer();
    if (index < 0 || index >= static_cast<long long>(number)) before.wrong("the number of an earlier step");
    out.after.push_back(static_cast<std::size_t>(index));
  });
  if (in.has("size")) {
    const Reader size = in["size"];
    out.size = TableSize{size["rows"].number(), size["bytes"].integer(), size["heap_bytes"].integer()};
  }
  in["folded"].each([&out](const Reader& part) { out.folded.push_back(read_change(part)); });
  out.search_path = in["search_path"].text();
  out.statements = read_statements(in["statements"]);
  out.undo = read_statements(in["undo"]);
  if (in.has("analyze")) in["analyze"].each([&out](const Reader& table) { out.analyze.push_back(read_id(table)); });
  return out;
}

void check_version(const Reader& in) {
  if (!in.has("format_version")) malformed("format_version is missing");
  const long long version = in["format_version"].integer();
  if (version == plan_format_version) return;
  throw Error(Failure::usage,
              fmt::format("the plan has format version {}; this plumb reads version {}", version, plan_format_version),
              "make it anew with this plumb: plumb plan --out plan.json");
}

}  // namespace

Plan plan_from_json(std::string_view text) {
  const Json document = Json::parse(text, nullptr, false);
  if (document.is_discarded()) malformed("it is not JSON");
  if (!document.is_object()) malformed("it is no JSON object");
  const Reader in(document, "");
  check_version(in);
  Plan out;
  out.database = in["database"].text();
  out.server.number = static_cast<int>(in["server_version"].integer());
  out.live_fingerprint = in["live_fingerprint"].text();
  out.wanted_fingerprint = in["wanted_fingerprint"].text();
  in["steps"].each([&out](const Reader& step) { out.steps.push_back(read_step(step, out.steps.size())); });
  in["notes"].each([&out](const Reader& note) {
    out.notes.push_back({note["kind"].one_of(note_kinds), note["text"].text()});
  });
  in["unmanaged"].each([&out](const Reader& each) {
    out.unmanaged.push_back({each["sort"].text(), each["count"].integer()});
  });
  return out;
}

}  // namespace plumb
