#include <fmt/format.h>

#include <algorithm>

#include "kinds/kinds.h"
#include "plan/render.h"
#include "plan/render_words.h"

namespace plumb {

namespace {

// Above deadlock_timeout, so that autovacuum gives way before the script does; as in apply.
constexpr std::string_view lock_timeout = "3s";

class Script {
 public:
  explicit Script(const Plan& plan) : plan_(plan) {}

  std::string run() {
    comment(fmt::format("Plan for {} (PostgreSQL {}): {}, {} breaking", words::one_line(plan_.database),
                        words::server(plan_.server), words::counted(additive(), "additive step"),
                        plan_.count(Class::breaking)));
    if (holds_secrets())
      comment(
          fmt::format("NOT COMPLETE: secrets are left out; put them, quoted, in the place of each {}, without which"
                      " psql will stop there",
                      redacted_mark));
    comment("Run it with: psql --set ON_ERROR_STOP=1 --file …");
    out_ += fmt::format("\nSET lock_timeout = '{}';\n", lock_timeout);
    // Bodies may name what later steps create.
    if (std::any_of(plan_.steps.begin(), plan_.steps.end(), has_body)) out_ += "SET check_function_bodies = off;\n";
    for (const Step& step : plan_.steps) add_step(step);
    end_transaction();
    if (const auto tables = to_analyze(plan_); !tables.empty()) {
      out_ += "\n";
      comment("Until then the planner goes without statistics of what changed there");
      for (const ObjectId& table : tables) out_ += analyze_sql(table) + ";\n";
    }
    if (!plan_.notes.empty() || !plan_.unmanaged.empty()) out_ += "\n";
    for (const Note& note : plan_.notes) comment(fmt::format("{}: {}", words::label(note.kind), note.text));
    if (!plan_.unmanaged.empty()) comment("not managed yet: " + words::unmanaged(plan_));
    return std::move(out_);
  }

 private:
  long long additive() const { return static_cast<long long>(plan_.count(Class::additive)); }

  bool holds_secrets() const {
    return std::any_of(plan_.steps.begin(), plan_.steps.end(), [](const Step& step) {
      return std::any_of(step.statements.begin(), step.statements.end(),
                         [](const Statement& s) { return !s.secrets.empty() || s.redacted; });
    });
  }

  static bool has_body(const Step& step) {
    bool out = false;
    with_kind(step.change.id.kind, [&out]<typename T>(const T*) { out = has_unchecked_body<T>; });
    return out && step.change.verb != Verb::drop && step.change.verb != Verb::rename;
  }

  // Text of names and reasons: it must not end the comment.
  void comment(const std::string& text, std::string_view indent = "") {
    out_ += fmt::format("-- {}{}\n", indent, words::one_line(text));
  }

  void add_step(const Step& step) {
    const bool first_statement_alone = !step.statements.empty() && !step.statements.front().transactional;
    if (first_statement_alone) end_transaction();
    set_search_path(step);
    if (step.phase != phase_ || phases_ == 0) {
      out_ += fmt::format("\n-- {}\n", step.phase == Class::additive ? "Additive" : "Breaking");
      phase_ = step.phase;
      ++phases_;
    }
    if (!first_statement_alone) begin_transaction();
    out_ += "\n";
    comment(fmt::format("{} {}", sign(step.change.verb), title(step.change)));
    if (!step.change.why.empty()) comment("because " + step.change.why, "  ");
    for (const Hazard& hazard : hazards(step))
      comment(fmt::format("{}: {}", to_string(hazard.kind), hazard.reason), "  ");
    for (const Statement& statement : step.statements) add_statement(statement);
  }

  static std::string title(const Change& change) {
    const std::string is = to_string(change.id);
    return change.verb == Verb::rename ? to_string(change.from) + " → " + is : is;
  }

  void add_statement(const Statement& statement) {
    if (statement.transactional)
      begin_transaction();
    else
      end_transaction();
    // A view's query may end in a comment, which would take the semicolon in.
    const std::string sql = shown(statement);
    const std::size_t last_line = sql.rfind('\n') + 1;
    const bool comment_at_end = sql.find("--", last_line) != std::string::npos;
    out_ += sql + (comment_at_end ? "\n;\n" : ";\n");
  }

  void begin_transaction() {
    if (in_transaction_) return;
    out_ += "\nBEGIN;\n";
    in_transaction_ = true;
  }
  void end_transaction() {
    if (!in_transaction_) return;
    out_ += "\nCOMMIT;\n";
    in_transaction_ = false;
  }

  void set_search_path(const Step& step) {
    if (step.search_path == search_path_) return;
    search_path_ = step.search_path;
    out_ += fmt::format("{}SET search_path = {};\n", in_transaction_ ? "\n" : "",
                        search_path_.empty() ? "''" : search_path_);
  }

  const Plan& plan_;
  std::string out_;
  std::string search_path_ = "-";  // of no step
  Class phase_ = Class::additive;
  int phases_ = 0;
  bool in_transaction_ = false;
};

}  // namespace

std::string render_sql(const Plan& plan, const RenderOptions&) {
  if (!plan.empty()) return Script(plan).run();
  std::string out = fmt::format("-- In sync: {} (PostgreSQL {}) is as declared\n", words::one_line(plan.database),
                                words::server(plan.server));
  for (const Note& note : plan.notes)
    out += fmt::format("-- {}: {}\n", words::label(note.kind), words::one_line(note.text));
  if (!plan.unmanaged.empty()) out += "-- not managed yet: " + words::unmanaged(plan) + "\n";
  return out;
}

}  // namespace plumb
