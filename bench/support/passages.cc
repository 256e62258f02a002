// SPDX-License-Identifier: Apache-2.0
#include "passages.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>
#include <utility>

namespace bench {
namespace {

namespace json = boost::json;

std::ifstream OpenFile(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  return file;
}

json::object ParseLine(const std::string& line, const std::string& path, std::size_t line_number) {
  json::error_code error;
  json::value value = json::parse(line, error);
  if (error || !value.is_object()) {
    throw std::runtime_error(path + ":" + std::to_string(line_number) + ": no JSON object");
  }
  return std::move(value.as_object());
}

std::string Text(const json::object& object, const char* name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

}  // namespace

PassageReader::PassageReader(const std::string& path) : path_(path), file_(OpenFile(path)) {}

bool PassageReader::Next(Passage& passage) {
  if (!std::getline(file_, line_)) return false;
  const json::object object = ParseLine(line_, path_, ++line_number_);
  passage = {.id = Text(object, "objectID"),
             .source = Text(object, "source"),
             .title = Text(object, "title"),
             .body = Text(object, "body"),
             .lang = Text(object, "lang")};
  return true;
}

std::vector<JudgedQuery> ReadQueries(const std::string& path) {
  std::ifstream file = OpenFile(path);
  std::vector<JudgedQuery> queries;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const json::object object = ParseLine(line, path, number);
    queries.push_back({.set = Text(object, "set"),
                       .source = Text(object, "source"),
                       .text = Text(object, "text"),
                       .lang = Text(object, "lang"),
                       .advanced = object.if_contains("advanced") != nullptr && object.at("advanced").as_bool(),
                       .hits = object.if_contains("hits") == nullptr ? 10 : object.at("hits").to_number<int>()});
  }
  return queries;
}

std::vector<std::vector<JudgedQuery>> ReadQuerySets(const std::string& path, std::size_t count) {
  std::vector<std::vector<JudgedQuery>> sets;
  for (JudgedQuery& query : ReadQueries(path)) {
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const auto& s) { return s.front().set == query.set; });
    if (set == sets.end()) {
      sets.push_back({std::move(query)});
    } else {
      set->push_back(std::move(query));
    }
  }
  for (std::vector<JudgedQuery>& set : sets) {
    if (set.size() <= count) continue;
    std::vector<JudgedQuery> sample;
    for (std::size_t i = 0; i < count; ++i) sample.push_back(set[i * set.size() / count]);
    set = std::move(sample);
  }
  return sets;
}

}  // namespace bench
