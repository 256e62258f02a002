// SPDX-License-Identifier: Apache-2.0
#include "cli/query_file.h"

#include <algorithm>
#include <utility>

#include <signpost/dialect.h>

#include "cli/errors.h"

namespace signpost::cli {
namespace {

const Value* Find(const Value::Object& object, std::string_view name) {
  auto found = std::find_if(object.begin(), object.end(), [&](const Attribute& a) { return a.name == name; });
  return found == object.end() ? nullptr : &found->value;
}

absl::Status Wrong(std::string_view place, std::string_view what, const Value& value) {
  // As JSON, but through Quoted's cut: a value may be as long as a line.
  const std::string json = ToJson(value);
  return ErrorAt(place,
                 std::string(what) + ", " + (value.string() != nullptr ? Quoted(*value.string()) : json.substr(0, 80)));
}

absl::Status ReadText(const Value::Object& object, std::string_view name, std::string_view place, std::string* out) {
  const Value* value = Find(object, name);
  if (value == nullptr) return absl::OkStatus();
  if (value->string() == nullptr) return Wrong(place, std::string(name) + " must be a string", *value);
  *out = *value->string();
  return absl::OkStatus();
}

}  // namespace

std::string QueryLine::IdText() const { return id.string() != nullptr ? *id.string() : ToJson(id); }

absl::StatusOr<QueryLine> ParseQueryLine(std::string_view line, std::string_view place) {
  absl::StatusOr<Value> parsed = ParseJson(line);
  if (!parsed.ok()) return WithLinePlace(parsed.status(), place);
  const Value::Object* object = parsed->object();
  if (object == nullptr) return Wrong(place, "a query must be an object", *parsed);
  const Value* id = Find(*object, "id");
  if (id == nullptr) return ErrorAt(place, "id is missing, " + Quoted(line));
  if (id->string() == nullptr && id->integer() == nullptr) {
    return Wrong(place, "id must be a string or an integer", *id);
  }
  if (Find(*object, "text") == nullptr) return ErrorAt(place, "text is missing, " + Quoted(line));
  QueryLine query{.id = *id, .text = {}, .lang = {}, .set = {}, .place = std::string(place)};
  for (auto [name, out] : {std::pair{"text", &query.text}, {"lang", &query.lang}, {"set", &query.set}}) {
    if (absl::Status read = ReadText(*object, name, place, out); !read.ok()) return read;
  }
  return query;
}

absl::StatusOr<QueryFile> QueryFile::Open(const std::string& path) {
  absl::StatusOr<LineReader> lines = LineReader::Open(path);
  if (!lines.ok()) return lines.status();
  return QueryFile(*std::move(lines));
}

absl::StatusOr<bool> QueryFile::Next(QueryLine* query) {
  std::string line;
  while (true) {
    absl::StatusOr<bool> more = lines_.Next(&line);
    if (!more.ok() || !*more) return more;
    if (line.find_first_not_of(" \t") == line.npos) continue;
    absl::StatusOr<QueryLine> parsed = ParseQueryLine(line, lines_.place());
    if (!parsed.ok()) return parsed.status();
    *query = *std::move(parsed);
    return true;
  }
}

}  // namespace signpost::cli
