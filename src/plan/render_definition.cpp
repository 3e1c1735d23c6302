#include "plan/render_definition.h"

#include <algorithm>
#include <set>

#include "kinds/fields.h"

namespace plumb {

namespace {

// "start: 1000, owned_by: app.orders.no": what is not as an object of this kind is by default.
template <typename T>
std::string spelled_out(const T& object) {
  T plain;
  plain.id = object.id;
  std::string out;
  each_field(plain, object, [&out](std::string_view name, const auto& usual, const auto& is) {
    const std::string text = field_text(is);
    if (usual == is || text.empty()) return;
    out += (out.empty() ? "" : ", ") + std::string(name) + ": " + text;
  });
  return out;
}

std::string define(const Enum& type, const Database&) { return field_text(type.values); }
std::string define(const View& view, const Database&) { return view.query.text; }
std::string define(const MaterializedView& view, const Database&) { return view.query.text; }

// What hangs on another object is its one value.
template <typename T>
std::string value_of(const T& object) {
  std::string out;
  auto take = [&out](std::string_view, const auto& member, Unread = {}, Unread = {}) { out = field_text(member); };
  Kind<T>::describe(take, object);
  return out;
}

template <typename T>
std::string define(const T& object, const Database& step) {
  if constexpr (is_attached<T>) return value_of(object);
  if constexpr (requires { Kind<T>::summary(object); }) return Kind<T>::summary(object);
  if constexpr (requires { Kind<T>::write_short(object, step); })
    if (auto text = Kind<T>::write_short(object, step)) return *text;
  return spelled_out(object);
}

// The objects of one step, so that a column's short form takes in what the step creates along with it, and no more.
class StepObjects {
 public:
  StepObjects(const Step& step, const Database& side, Verb verb) : side_(side), verb_(verb) {
    take(step.change);
    for (const Change& change : step.folded) take(change);
    objects_.sort();
    said_by_columns_ = folded_into_columns(objects_);
  }

  void define_change(Change& change) const {
    if (change.verb != verb_) return;
    std::string text;
    if (!said_by_columns_.contains(change.id)) {
      const Database& from = objects_.contains(change.id) ? objects_ : side_;
      from.visit(change.id, [&](const auto& object) { text = define(object, objects_); });
      if (const Column* column = side_.find<Column>(change.id); column && column->statistics)
        text += " statistics " + std::to_string(*column->statistics);
    }
    FieldChange field{std::string(definition_field), {}, {}};
    (verb_ == Verb::create ? field.to : field.from) = std::move(text);
    change.fields.insert(change.fields.begin(), std::move(field));
  }

  long long position(const Change& change) const {
    long long out = 0;
    side_.visit(change.id, [&out](const auto& object) {
      if constexpr (requires { object.position.value; }) out = object.position.value;
    });
    return out;
  }

 private:
  // Comments, hints and statistics stay behind: a column that has them has no short form.
  void take(const Change& change) {
    if (change.verb != verb_ || change.id.of != KindTag::none) return;
    side_.visit(change.id, [this]<typename T>(T object) {
      object.renamed_from = {};
      if constexpr (requires { object.statistics.reset(); }) object.statistics.reset();
      objects_.add(std::move(object));
    });
  }

  const Database& side_;
  Verb verb_;
  Database objects_;
  std::set<ObjectId> said_by_columns_;
};

void in_order_of_columns(Step& step, const StepObjects& objects) {
  std::stable_sort(step.folded.begin(), step.folded.end(), [&objects](const Change& a, const Change& b) {
    if (a.id.kind != b.id.kind) return a.id.kind < b.id.kind;
    return objects.position(a) < objects.position(b);
  });
}

}  // namespace

void add_definitions(Plan& plan, const Database& live, const Database& wanted) {
  for (Step& step : plan.steps) {
    const Verb verb = step.change.verb;
    if (verb != Verb::create && verb != Verb::drop) continue;
    const StepObjects objects(step, verb == Verb::create ? wanted : live, verb);
    objects.define_change(step.change);
    for (Change& change : step.folded) objects.define_change(change);
    in_order_of_columns(step, objects);
  }
}

}  // namespace plumb
