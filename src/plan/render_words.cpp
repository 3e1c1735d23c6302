#include "plan/render_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/text.h"
#include "plan/render_definition.h"

namespace plumb {

std::string_view version_part(const Plan& plan) {
  std::string_view part;
  for (const Step& step : plan.steps) {
    if (step.own_class == Class::breaking) return "major";
    if (step.change.id.kind != KindTag::comment)
      part = "minor";
    else if (part.empty())
      part = "patch";
  }
  return part;
}

namespace words {

// --- Numbers -------------------------------------------------------------------------------------------------------

std::string plural(std::string_view noun) {
  // "relations with privileges"
  for (const std::string_view what_of_it : {" with ", " on "})
    if (const auto at = noun.find(what_of_it); at != std::string_view::npos)
      return plural(noun.substr(0, at)) + std::string(noun.substr(at));
  std::string out(noun);
  const auto ends = [&noun](std::string_view end) { return noun.ends_with(end); };
  for (const auto end : {"privileges", "settings", "labels", "statistics"})
    if (ends(end)) return out;  // they are so already
  if (ends("y") && !ends("ay") && !ends("ey") && !ends("oy")) {
    out.back() = 'i';
    return out + "es";
  }
  return out + (ends("s") || ends("x") || ends("ch") || ends("sh") ? "es" : "s");
}

namespace {

// 12500 -> "12,500"
std::string grouped(long long number) {
  std::string out = std::to_string(number);
  for (int i = static_cast<int>(out.size()) - 3; i > (number < 0 ? 1 : 0); i -= 3)
    out.insert(static_cast<std::size_t>(i), 1, ',');
  return out;
}

// At most three figures: 1.25 -> "1.2", 34.6 -> "35"
std::string few_figures(double number) {
  return number < 10 && std::round(number * 10) / 10 != std::round(number) ? fmt::format("{:.1f}", number)
                                                                           : fmt::format("{:.0f}", number);
}

}  // namespace

std::string counted(long long count, std::string_view noun) {
  return grouped(count) + " " + (count == 1 ? std::string(noun) : plural(noun));
}

std::string rows(double count) {
  if (count < 0) return {};
  if (count >= 1e9) return few_figures(count / 1e9) + " billion rows";
  if (count >= 1e6) return few_figures(count / 1e6) + " million rows";
  return counted(std::llround(count), "row");
}

std::string bytes(std::int64_t count) {
  if (count < 0) return {};
  static constexpr const char* units[] = {"bytes", "kB", "MB", "GB", "TB", "PB"};
  double number = static_cast<double>(count);
  std::size_t unit = 0;
  for (; number >= 1000 && unit + 1 < std::size(units); ++unit) number /= 1024;
  return few_figures(number) + " " + units[unit];
}

std::string duration(double seconds) {
  if (seconds < 1) return "under a second";
  if (seconds < 90) return fmt::format("about {:.0f} s", seconds);
  if (seconds < 90 * 60) return fmt::format("about {:.0f} min", seconds / 60);
  return fmt::format("about {:.0f} h", seconds / 3600);
}

std::string size(const TableSize& size) {
  std::string out = rows(size.rows);
  const std::string volume = bytes(size.bytes);
  if (!volume.empty()) out += (out.empty() ? "" : ", ") + volume;
  return out;
}

std::string server(ServerVersion version) { return fmt::format("{}.{}", version.major(), version.number % 10000); }

// --- Text ----------------------------------------------------------------------------------------------------------

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return visible(out);
}

namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

}  // namespace

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shortened(std::string_view text, std::size_t characters) {
  std::string line = one_line(text);
  if (width(line) <= characters) return line;
  std::size_t end = 0, seen = 0;
  while (end < line.size() && !(begins_character(line[end]) && seen++ == characters - 1)) ++end;
  line.resize(end);
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "…";
}

std::string shell(std::string_view argument) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.,/:=").find(c) != std::string_view::npos;
  };
  if (!argument.empty() && std::all_of(argument.begin(), argument.end(), plain)) return std::string(argument);
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::any_of(argument.begin(), argument.end(), control)) {
    std::string out = "$'";
    for (const char c : argument)
      out += control(c)               ? fmt::format("\\x{:02x}", static_cast<unsigned char>(c))
             : c == '\'' || c == '\\' ? std::string("\\") + c
                                      : std::string(1, c);
    return out + "'";
  }
  if (argument.find_first_of("\"$`\\!") == std::string_view::npos) return "\"" + std::string(argument) + "\"";
  std::string out = "'";
  for (const char c : argument) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

ObjectId relation_of(const ObjectId& id) {
  if (id.of != KindTag::none) return relation_of(subject_of(id));
  return id.parent.empty() ? id : table_of(id);
}

const std::string* definition(const Change& change) {
  for (const FieldChange& field : change.fields)
    if (field.field == definition_field) return change.verb == Verb::drop ? &field.from : &field.to;
  return nullptr;
}

// --- Counts --------------------------------------------------------------------------------------------------------

std::vector<Half> halves(const Plan& plan) {
  std::vector<Half> out(plan.steps.size(), Half::none);
  std::map<ObjectId, std::size_t> gone;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const Change& change = plan.steps[i].change;
    if (change.verb == Verb::drop) gone.insert_or_assign(change.id, i);
    if (change.verb != Verb::create) continue;
    const auto before = gone.find(change.id);
    if (before == gone.end()) continue;
    out[before->second] = Half::goes;
    out[i] = Half::returns;
    gone.erase(before);
  }
  return out;
}

std::string contents(const Plan& plan, Class phase) {
  std::map<std::string_view, std::map<KindTag, long long>> counts;
  const auto half = halves(plan);
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const Change& change = plan.steps[i].change;
    if (plan.steps[i].phase != phase || half[i] == Half::returns) continue;
    ++counts[sign(half[i] == Half::goes ? Verb::replace : change.verb)][change.id.kind];
  }
  std::string out;
  for (const std::string_view sign : {"+", "~", "→", "-"}) {
    std::string kinds;
    for (const auto& [kind, count] : counts[sign])
      kinds += (kinds.empty() ? "" : ", ") + counted(count, kind_name(kind));
    if (!kinds.empty()) out += (out.empty() ? "" : " · ") + std::string(sign) + " " + kinds;
  }
  return out;
}

std::string dangers(const Plan& plan, Class phase) {
  std::map<HazardKind, int> counts;
  for (const Step& step : plan.steps) {
    if (step.phase != phase) continue;
    std::set<HazardKind> kinds;
    for (const Hazard& hazard : hazards(step)) kinds.insert(hazard.kind);
    for (const HazardKind kind : kinds) ++counts[kind];
  }
  std::string out;
  for (const auto& [kind, count] : counts)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", to_string(kind), count);
  return out;
}

std::string analyzed(const Plan& plan) {
  const std::vector<ObjectId> tables = to_analyze(plan);
  if (tables.empty()) return {};
  return fmt::format("ANALYZE {}: until then the planner goes without statistics of what changed there",
                     listed(tables, 6, [](const ObjectId& table) { return sql::qualified(table.schema, table.name); }));
}

std::string unmanaged(const Plan& plan) {
  std::string out;
  for (const UnmanagedCount& each : plan.unmanaged) out += (out.empty() ? "" : ", ") + counted(each.count, each.sort);
  return out;
}

// --- How long ------------------------------------------------------------------------------------------------------

namespace {

// What a statement does with a table while others wait: bytes a second, and of which size of it. Measured on PostgreSQL
// 15, 2 cores, tables of 30 to 150 MB in memory; a disk is slower, a larger HNSW graph much slower.
struct Work {
  double rate = 300e6;  // a scan
  bool whole = false;   // with indexes and TOAST; else the heap
};

constexpr std::pair<std::string_view, Work> builds[] = {
    {" USING hnsw ", {2e6, true}},   {" USING ivfflat ", {30e6, true}}, {" USING gin ", {20e6, false}},
    {" USING gist ", {50e6, false}}, {" USING spgist ", {40e6, false}}, {" USING brin ", {300e6, false}},
    {"INDEX ", {100e6, false}},      {" UNIQUE", {100e6, false}},       {" PRIMARY KEY", {100e6, false}}};

Work work_of(const Statement& statement) {
  for (const Hazard& hazard : statement.hazards)
    if (hazard.kind == HazardKind::rewrites_table) return {40e6, true};
  for (const auto& [words, work] : builds)
    if (statement.sql.find(words) != std::string::npos) return work;
  return {};
}

bool blocks(const Statement& statement) {
  return std::any_of(statement.hazards.begin(), statement.hazards.end(), [](const Hazard& hazard) {
    return hazard.kind == HazardKind::blocks_reads || hazard.kind == HazardKind::blocks_writes ||
           hazard.kind == HazardKind::rewrites_table;
  });
}

}  // namespace

double blocked_seconds(const Step& step) {
  double seconds = 0;
  for (const Statement& statement : step.statements) {
    if (!blocks(statement)) continue;
    const Work work = work_of(statement);
    const std::int64_t bytes = !step.size ? -1 : work.whole ? step.size->bytes : step.size->heap_bytes;
    if (bytes < 0) return -1;
    seconds += static_cast<double>(bytes) / work.rate;
  }
  return seconds;
}

// --- The verdict ---------------------------------------------------------------------------------------------------

namespace {

std::vector<std::string> words_of(const Allowance& allowance) {
  std::vector<std::string> out = allowance.ids;
  if (allowance.breaking) out.emplace_back(to_string(Class::breaking));
  for (const HazardKind kind : allowance.hazards) out.emplace_back(to_string(kind));
  return out;
}

bool all_run(const Plan& plan, const std::vector<std::string>& words) {
  const auto runs = allowed_steps(plan, Allowance::parse(words));
  return std::all_of(runs.begin(), runs.end(), [](bool run) { return run; });
}

// What --allow must be told so that every step runs: "additive", the hazards where they are few, or "breaking".
std::string flag_for_all(const Plan& plan, const std::vector<const Step*>& left, const Allowance& allowance) {
  if (all_run(plan, {"additive"})) return "--allow additive";
  std::set<HazardKind> kinds(allowance.hazards.begin(), allowance.hazards.end());
  for (const Step* step : left)
    if (step->own_class == Class::breaking)
      for (const Hazard& hazard : hazards(*step)) kinds.insert(hazard.kind);
  std::vector<std::string> words = allowance.ids;
  std::erase_if(words, [&plan](const std::string& id) {
    return std::ranges::none_of(plan.steps, [&id](const Step& step) {
      return to_string(step.change.id) == id || to_string(step.change.from) == id;
    });
  });
  for (const HazardKind kind : kinds) words.emplace_back(to_string(kind));
  if (!all_run(plan, words)) return "--allow breaking";
  if (words.size() > 3) {
    std::erase_if(kinds, [&](HazardKind kind) { return std::ranges::count(allowance.hazards, kind) > 0; });
    if (allowance.hazards.empty() || kinds.size() > 3) return "--allow breaking";
    std::vector<std::string> more;
    more.reserve(kinds.size());
    for (const HazardKind kind : kinds) more.emplace_back(to_string(kind));
    return fmt::format("{} allowed as well", fmt::join(more, " and "));
  }
  return "--allow " + shell(fmt::format("{}", fmt::join(words, ",")));
}

// The flag that names a single step, the first that it is enough for.
std::string flag_for_one(const Plan& plan, const std::vector<const Step*>& left, const Allowance& allowance) {
  for (const Step* step : left) {
    if (step->own_class == Class::additive || !step->change.why.empty()) continue;
    auto words = words_of(allowance);
    words.push_back(to_string(step->change.id));
    const auto runs = allowed_steps(plan, Allowance::parse(words));
    if (runs[static_cast<std::size_t>(step - plan.steps.data())]) return "--allow " + shell(words.back());
  }
  return {};
}

// "2.0.0" after a breaking plan on 1.3.0; empty where the version is not semantic.
std::string next_version(std::string_view version, std::string_view part) {
  unsigned long numbers[3] = {};
  std::size_t count = 0, i = 0;
  while (count < 3 && i < version.size() && version[i] >= '0' && version[i] <= '9') {
    for (; i < version.size() && version[i] >= '0' && version[i] <= '9'; ++i)
      numbers[count] = numbers[count] * 10 + static_cast<unsigned long>(version[i] - '0');
    if (++count < 3 && i < version.size() && version[i] == '.') ++i;
  }
  if (count < 3) return {};
  if (part == "major") return fmt::format("{}.0.0", numbers[0] + 1);
  if (part == "minor") return fmt::format("{}.{}.0", numbers[0], numbers[1] + 1);
  return fmt::format("{}.{}.{}", numbers[0], numbers[1], numbers[2] + 1);
}

std::string version_wish(const Plan& plan, const std::string& version) {
  const auto part = version_part(plan);
  std::string out = fmt::format("asks for a {} version", part);
  if (const auto next = next_version(version, part); !next.empty()) out += fmt::format(" ({} after {})", next, version);
  return out;
}

}  // namespace

std::string_view label(Note::Kind kind) {
  switch (kind) {
    case Note::Kind::likely_rename:
      return "likely rename";
    case Note::Kind::unmanaged_dependent:
      return "in the way";
    case Note::Kind::unproven:
      return "unproven";
    case Note::Kind::unmanaged:
      return "not managed yet";
    case Note::Kind::obstacle:
      return "in the way";
    case Note::Kind::hint:
      return "hint";
  }
  return "";
}

std::string verdict(const Plan& plan, const RenderOptions& options) {
  const auto runs = allowed_steps(plan, options.allowance);
  std::vector<const Step*> left;
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (!runs[i]) left.push_back(&plan.steps[i]);
  const auto total = static_cast<long long>(runs.size());
  const auto skipped = static_cast<long long>(left.size());
  std::string out;
  if (left.empty())
    out = total == 1 ? "apply would carry it out" : fmt::format("apply would carry out all {}", counted(total, "step"));
  else if (skipped == total)
    out = fmt::format("apply would carry out nothing and leave {}", counted(total, "step"));
  else
    out = fmt::format("apply would carry out {} and leave {}", counted(total - skipped, "step"), skipped);
  if (!left.empty()) {
    out += fmt::format(", which {} {}", skipped == 1 ? "needs" : "need", flag_for_all(plan, left, options.allowance));
    const std::string one = flag_for_one(plan, left, options.allowance);
    if (!one.empty()) out += skipped == 1 ? " or " + one : " (one alone: " + one + ")";
  }
  const bool hindered = std::any_of(plan.notes.begin(), plan.notes.end(),
                                    [](const Note& note) { return note.kind == Note::Kind::obstacle; });
  if (hindered) out += ", once what is in the way is settled";
  return out + "; " + version_wish(plan, options.version);
}

}  // namespace words
}  // namespace plumb
