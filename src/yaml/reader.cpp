#include "yaml/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <tuple>

#include "kinds/complete.h"
#include "kinds/order.h"
#include "kinds/validate.h"
#include "model/timing.h"
#include "yaml/diagnostics.h"
#include "yaml/glob.h"
#include "yaml/objects.h"

namespace plumb::yaml {

struct FileResult {
  std::string path;
  Source source;
  FileObjects content;
  std::vector<Diagnostic> diagnostics;
  bool parsed = false;  // false: what is in it is not known
  std::exception_ptr failure;
};

namespace {

// An empty file, or one with comments alone, holds nothing; anything else must be a mapping.
bool holds_mapping(const Document& document, Findings& findings) {
  if (document.empty() || document.root().is_null()) return false;
  if (document.root().is_mapping()) return true;
  findings.expected(document.root(), "a mapping of sections");
  return false;
}

void read_file(FileResult& result, std::uint32_t number) {
  try {
    Document document(Source{result.path, read_text(result.path)});
    result.parsed = parse(document, result.diagnostics);
    if (result.parsed) {
      Findings findings(document, result.diagnostics);
      if (holds_mapping(document, findings)) result.content = read_objects(document, number, false, findings);
      // Here it costs nothing that anyone waits for, and files in order make a whole in order.
      result.content.objects.sort();
    }
    result.source = document.take_source();
  } catch (const Error& error) {
    result.diagnostics.insert(result.diagnostics.end(), error.diagnostics().begin(), error.diagnostics().end());
    result.source.path = result.path;
  } catch (...) {
    result.failure = std::current_exception();
  }
}

}  // namespace

struct Reader::State {
  Config config;
  std::vector<FileResult> files;  // the root first
  std::atomic<std::size_t> next{1};
  std::future<Declaration> result;  // its thread uses all else: declared last, gone first

  void read_root(const std::string& path);
  void include(const Document& root, Findings& findings);
  void read_files();
  Declaration read_all();

  std::vector<Diagnostic> diagnostics() const;
  Declaration merge();
  void name_attached(Declaration& declaration);
  void check(const Declaration& declaration, std::vector<Diagnostic>& out) const;
};

void Reader::State::read_root(const std::string& path) {
  FileResult& root = files.emplace_back();
  root.path = path;
  Document document(Source{path, read_text(path)});
  root.parsed = parse(document, root.diagnostics);
  if (!root.parsed) throw Error(root.diagnostics);
  Findings findings(document, root.diagnostics);
  if (holds_mapping(document, findings)) {
    config = read_config(document, findings);
    root.content = read_objects(document, 1, true, findings);
    include(document, findings);
  } else if (findings.count() == 0) {
    root.diagnostics.push_back(
        diagnostic({path, 1, 1}, "the root of a declaration is empty", "its first line is plumb: 1"));
  }
  files.front().source = document.take_source();
}

// The files that the root names, each once, in the order of the patterns, each pattern's sorted.
void Reader::State::include(const Document& root, Findings& findings) {
  namespace fs = std::filesystem;
  const Node* list = nullptr;
  for (std::size_t i = 0; i < root.entries(root.root()); ++i)
    if (root.entry(root.root(), i).key.text == "include") list = &root.entry(root.root(), i).value;
  if (!list || !list->is_sequence() || list->count != config.include.size()) return;  // wrong, and said so
  const auto identity = [](const std::string& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return error ? path : real.string();
  };
  const std::string root_path = files.front().path;
  const std::string folder = fs::path(root_path).parent_path().string();
  std::set<std::string> seen;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < config.include.size(); ++i) {
    const Node& at = root.child(*list, i);
    const auto found = find_files(folder, config.include[i]);
    std::error_code error;
    if (found.empty())
      findings.add(at, fmt::format("no file matches {}", config.include[i]));
    else if (!is_pattern(config.include[i]) && !fs::exists(found.front(), error))
      findings.add(at, fmt::format("no such file: {}", found.front()));
    else
      for (const std::string& path : found) {
        if (identity(path) == identity(root_path))
          findings.add(at, "the root includes itself; only the root includes, and only others",
                       "put the other files into a folder: schema/*.yaml");
        else if (seen.insert(identity(path)).second)
          paths.push_back(path);
      }
  }
  for (std::string& path : paths) files.emplace_back().path = std::move(path);
}

// One thread per core, this one among them.
void Reader::State::read_files() {
  const auto work = [this] {
    for (std::size_t n = next++; n < files.size(); n = next++) read_file(files[n], static_cast<std::uint32_t>(n + 1));
  };
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(cores, files.size() - 1); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

std::vector<Diagnostic> Reader::State::diagnostics() const {
  std::vector<Diagnostic> out;
  for (const FileResult& file : files) out.insert(out.end(), file.diagnostics.begin(), file.diagnostics.end());
  return out;
}

Declaration Reader::State::merge() {
  Declaration out;
  out.config = config;
  for (FileResult& file : files) {
    out.files.push_back(file.path);
    out.sources.add(std::move(file.source));
  }
  out.wanted.each_kind_mutable([this]<typename T>(std::vector<T>& objects) {
    std::vector<T*> all;
    std::vector<const ObjectId*> ids;
    for (FileResult& file : files)
      for (T& object : file.content.objects.all_of<T>()) all.push_back(&object), ids.push_back(&object.id);
    objects.reserve(all.size());
    for (const std::uint32_t i : order::by_id(ids)) objects.push_back(std::move(*all[i]));
    for (FileResult& file : files)
      std::vector<T>().swap(file.content.objects.all_of<T>());  // = {} would keep the memory
  });
  return out;
}

// What hangs on objects whose names have been chosen by now.
void Reader::State::name_attached(Declaration& declaration) {
  bool any = false;
  const auto name = [&]<typename A>(A attached) {
    with_kind(attached.id.of, [&]<typename T>(const T*) {
      for (const T& object : declaration.wanted.all<T>()) {
        const Origin &a = object.origin, &b = attached.origin;
        if (object.id.schema != attached.id.schema || object.id.parent != attached.id.parent || a.file != b.file ||
            a.line != b.line || a.column != b.column)
          continue;
        attached.id = attached_id(Kind<A>::tag, object.id);
        return;
      }
    });
    if (attached.id.name.empty()) return;
    declaration.wanted.add(std::move(attached));
    any = true;
  };
  for (const FileResult& file : files)
    file.content.unnamed.each_kind([&]<typename A>(const std::vector<A>& objects) {
      if constexpr (is_attached<A>)
        for (const A& object : objects) name(object);
    });
  if (any) declaration.wanted.sort();
}

namespace {

std::string shown(const Location& where) { return fmt::format("{}:{}:{}", where.file, where.line, where.column); }

// Of each schema in which something is declared though it is not managed, what stands first in the files.
std::map<std::string, const Base*> outside(const Database& wanted,
                                           const std::optional<std::set<std::string>>& managed) {
  std::map<std::string, const Base*> out;
  if (!managed) return out;
  const auto place = [](const Base& object) {
    return std::tuple(object.origin.file, object.origin.line, object.origin.column);
  };
  wanted.each_any([&](const Base& object) {
    const std::string& schema = object.id.kind == KindTag::schema ? object.id.name : object.id.schema;
    if (schema.empty() || managed->contains(schema) || object.origin.file == 0) return;
    const Base*& first = out[schema];
    if (!first || place(object) < place(*first)) first = &object;
  });
  return out;
}

// What an object belongs to, as the reader marks it broken.
ObjectId whole(const ObjectId& id) {
  const ObjectId object = subject_of(id);
  return object.parent.empty() ? object : table_of(object);
}

// What is declared in the files though it is to be left alone; not the parts of what is, too.
std::vector<const Base*> ignored(const Database& wanted, const Manage& manage) {
  std::vector<const Base*> out;
  if (manage.ignore.empty()) return out;
  wanted.each_any([&](const Base& object) {
    const ObjectId of = whole(object.id);
    if (object.origin.file != 0 && manage.ignores(object.id) && (of == object.id || !manage.ignores(of)))
      out.push_back(&object);
  });
  return out;
}

}  // namespace

// What can only be said of the whole: objects declared twice, references to nothing.
void Reader::State::check(const Declaration& declaration, std::vector<Diagnostic>& out) const {
  std::set<Location> known;
  for (const Diagnostic& diagnostic : out) known.insert(diagnostic.where);
  std::set<ObjectId> twice, broken;
  bool incomplete = false;
  for (const FileResult& file : files) {
    broken.insert(file.content.broken.begin(), file.content.broken.end());
    incomplete = incomplete || file.content.incomplete;
  }

  std::vector<Diagnostic> found;
  for (const auto& [first, second] : duplicates(declaration.wanted)) {
    const bool of_twice = twice.contains(whole(second->id));
    const bool attached = second->id.of != KindTag::none;
    if (second->id.parent.empty() && !attached) twice.insert(second->id);
    if (of_twice || attached) continue;
    const Location where = declaration.sources.locate(second->origin);
    if (known.contains(where)) continue;  // the same key in one mapping
    add_finding(found, {where, fmt::format("{} is declared twice", to_string(second->id)),
                        fmt::format("the first is at {}", shown(declaration.sources.locate(first->origin)))});
  }

  const auto schemas = managed_schemas(config, declaration.wanted);
  for (const auto& [schema, first] : outside(declaration.wanted, schemas))
    add_finding(found, {declaration.sources.locate(first->origin),
                        fmt::format("{} is declared, but manage.schemas does not list the schema {}",
                                    to_string(first->id), sql::quote_ident(schema)),
                        "add it there: what is not managed is not read, and can't be compared"});
  for (const Base* object : ignored(declaration.wanted, config.manage))
    add_finding(found, {declaration.sources.locate(object->origin),
                        fmt::format("{} is declared, but manage.ignore has it left alone", to_string(object->id)),
                        "take it out of one of them: what is left alone is not read, and can't be compared"});
  const auto answered_for = [&](const ObjectId& id) {
    return (!schemas || schemas->contains(id.schema)) && !config.manage.ignores(id);
  };
  for (const Finding& finding : validate(declaration.wanted, answered_for)) {
    const ObjectId& about = finding.about;
    const bool uncertain = broken.contains(whole(finding.object->id)) ||
                           (about.kind != KindTag::none &&
                            (broken.contains(whole(about)) || (incomplete && !declaration.wanted.contains(about))));
    if (!uncertain && !twice.contains(whole(finding.object->id)))
      add_finding(found, {declaration.sources.locate(finding.object->origin), finding.message, finding.hint});
  }
  std::move(found.begin(), found.end(), std::back_inserter(out));
}

Declaration Reader::State::read_all() {
  const auto timing = Timing::phase("yaml");
  read_files();
  for (const FileResult& file : files)
    if (file.failure) std::rethrow_exception(file.failure);
  auto found = diagnostics();
  // What is missing may be in a file that could not be parsed: then nothing can be said of the whole.
  if (!std::all_of(files.begin(), files.end(), [](const FileResult& file) { return file.parsed; })) {
    sort(found);
    throw Error(std::move(found));
  }
  Declaration out = merge();
  complete_wanted(out.wanted);
  name_attached(out);
  check(out, found);
  if (found.empty()) return out;
  sort(found);
  throw Error(std::move(found));
}

Reader::Reader(const std::string& root_path) : state_(std::make_unique<State>()) {
  state_->read_root(root_path);
  state_->result = std::async(std::launch::async, [state = state_.get()] { return state->read_all(); });
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

const Config& Reader::config() const { return state_->config; }

Declaration Reader::finish() { return state_->result.get(); }

Declaration read_declaration(const std::string& root_path) { return Reader(root_path).finish(); }

}  // namespace plumb::yaml
