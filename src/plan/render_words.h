// Words and numbers that all renderings share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "plan/render.h"

namespace plumb::words {

std::string plural(std::string_view noun);                    // "policy" -> "policies", "index" -> "indexes"
std::string counted(long long count, std::string_view noun);  // "1 policy", "12,500 policies"

std::string rows(double count);           // "9 rows", "1.2 million rows"; empty where it is not known
std::string bytes(std::int64_t count);    // "64 kB", "3.4 GB", as pg_size_pretty counts; empty where it is not known
std::string duration(double seconds);     // "under a second", "about 20 s", "about 3 min"
std::string size(const TableSize& size);  // "9 rows, 64 kB"; empty where nothing is known

std::string server(ServerVersion version);  // "15.20"

// Text for one line: runs of white space become one space, control characters and their like show as \x1b. A name may hold
// anything; it must neither end a comment nor speak to a terminal.
std::string one_line(std::string_view text);
// The same, at most so many characters long, with … where something was cut.
std::string shortened(std::string_view text, std::size_t characters);
std::size_t width(std::string_view text);  // in characters

// An argument as a shell takes it: "column public.t.c".
std::string shell(std::string_view argument);

// The object's relation: the table of a column or an index, of what a comment is on; else the object itself.
ObjectId relation_of(const ObjectId& id);

// "+ 3 tables, 4 columns · ~ 1 enum" of the steps in a phase; an object that is dropped to be created again counts once.
std::string contents(const Plan& plan, Class phase);
// "destroys-data 2, breaks-clients 6": how many steps of a phase have each hazard.
std::string dangers(const Plan& plan, Class phase);
// "3 functions, 1 policy"
// "ANALYZE public.a, public.b: …"; empty: no statistics of the planner go.
std::string analyzed(const Plan& plan);
std::string unmanaged(const Plan& plan);

// A replacement is two steps: its object goes in one and comes back in a later one.
enum class Half { none, goes, returns };
std::vector<Half> halves(const Plan& plan);

// How long a step may hold up others, from the size of its table; negative: not known. An order of magnitude: see
// render_words.cpp for what was measured.
double blocked_seconds(const Step& step);

// "in the way", "likely rename"
std::string_view label(Note::Kind kind);

// "apply would carry out …", without a full stop at the end; and the flag that would allow what it leaves.
std::string verdict(const Plan& plan, const RenderOptions& options);

// The fields of a change without its definition; and that (render_definition.h), null where it has none.
const std::string* definition(const Change& change);

}  // namespace plumb::words
