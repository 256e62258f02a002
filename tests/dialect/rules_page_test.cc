// SPDX-License-Identifier: Apache-2.0
// Properties of docs/rules.md:
//  1. Each of its twenty examples, and the one of moved addresses, does what its block of text says, line by line:
//     `[name=value ...] query => what comes of it`, or `nothing`.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/dialect.h>
#include <catch2/catch.hpp>

using signpost::Index;

namespace {

constexpr std::string_view kMark = "<!-- rules: ";

std::string ReadPage() {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/docs/rules.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What stands between ```LANGUAGE and ``` behind `*at`, which moves on.
std::string Block(const std::string& page, std::string_view language, std::size_t* at) {
  const std::string open = "```" + std::string(language) + "\n";
  const std::size_t begin = page.find(open, *at);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = page.find("```", begin + open.size());
  REQUIRE(end != std::string::npos);
  *at = end;
  return page.substr(begin + open.size(), end - begin - open.size());
}

struct Example {
  std::string kind;
  std::string json;
  std::string text;
};

std::vector<Example> ReadExamples(const std::string& page) {
  std::vector<Example> out;
  for (std::size_t at = page.find(kMark); at != std::string::npos; at = page.find(kMark, at)) {
    Example example{.kind = page.substr(at + kMark.size(), page.find(' ', at + kMark.size()) - at - kMark.size())};
    example.json = Block(page, "json", &at);
    at += 3;  // the fence
    if (example.kind != "documents") example.text = Block(page, "text", &at);
    out.push_back(std::move(example));
  }
  return out;
}

Index BuildIndex(const std::string& documents) {
  auto builder = signpost::IndexBuilder::Create({.language = "en", .attributes_for_faceting = {{"brand"}}});
  REQUIRE(builder.ok());
  const auto list = signpost::ParseJson(documents);
  REQUIRE(list.ok());
  for (const signpost::Value& document : *list->array()) {
    auto parsed = signpost::ParseDocument(ToJson(document));
    REQUIRE(parsed.ok());
    REQUIRE(builder->Add(*parsed).ok());
  }
  return *std::move(*builder).Build();
}

std::string Trimmed(const std::string& s) {
  const std::size_t first = s.find_first_not_of(' ');
  return first == std::string::npos ? "" : s.substr(first, s.find_last_not_of(' ') - first + 1);
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

// Asks what a line asks; `*query` loses its options.
signpost::SearchResponse Ask(const Index& index, std::string query) {
  signpost::SearchRequest request;
  signpost::Audience audience = signpost::Audience::Public();
  if (query.starts_with('[')) {
    const std::string options = query.substr(1, query.find(']') - 1);
    query = Trimmed(query.substr(query.find(']') + 1));
    const std::string name = options.substr(0, options.find('='));
    const std::string value = options.substr(options.find('=') + 1);
    if (name == "contexts") request.contexts = {value};
    if (name == "audiences") audience = signpost::Audience::Of({value});
    if (name == "now") request.now = std::stoll(value);
    if (name == "filters") request.filter = *signpost::ParseFilters(value);
  }
  if (query != "(empty)") request.query = query;
  auto response = index.Search(audience, request);
  REQUIRE(response.ok());
  return *std::move(response);
}

// What came of a query, in the words of the page; of these, those that the line speaks of.
std::string Told(const signpost::SearchResponse& response, const std::string& wanted) {
  if (wanted == "nothing") return response.redirect || !response.applied_rules.empty() ? "something" : "nothing";
  std::string out;
  std::stringstream parts(wanted);
  for (std::string part; std::getline(parts, part, ';');) {
    part = Trimmed(part);
    const std::string name = part.substr(0, part.find(' '));
    std::string value = "?";
    if (name == "redirect") value = response.redirect ? response.redirect->url : "-";
    if (name == "rules") value = Joined(response.applied_rules);
    if (name == "searched")
      value = !response.edited_query ? "-" : response.edited_query->empty() ? "(empty)" : *response.edited_query;
    if (name == "userData") value = response.user_data.empty() ? "-" : ToJson(response.user_data.front());
    if (name == "hits") {
      std::vector<std::string> ids;
      for (const signpost::Hit& hit : response.hits) ids.push_back(hit.document.object_id);
      value = Joined(ids);
    }
    out += (out.empty() ? "" : "; ") + name + " " + value;
  }
  return out;
}

TEST_CASE("Rules page: its examples do what they say (1)", "[dialect]") {
  const std::vector<Example> examples = ReadExamples(ReadPage());
  REQUIRE(examples.size() == 22);
  REQUIRE(examples.front().kind == "documents");
  Index index = BuildIndex(examples.front().json);
  std::size_t lines = 0;
  for (std::size_t i = 1; i < examples.size(); ++i) {
    const Example& example = examples[i];
    CAPTURE(i, example.json);
    absl::Status set;
    if (example.kind == "moved") {
      auto moved = signpost::ParseMoved(example.json);
      REQUIRE(moved.ok());
      REQUIRE(index.SetRules({}).ok());
      set = index.SetMoved(*moved);
    } else {
      auto rules = signpost::ParseRules(example.json);
      INFO(rules.status().message());
      REQUIRE(rules.ok());
      CHECK(*signpost::ParseRules(ToJson(*rules)) == *rules);
      set = index.SetRules(*rules);
    }
    INFO(set.message());
    REQUIRE(set.ok());
    std::stringstream text(example.text);
    for (std::string line; std::getline(text, line);) {
      const std::size_t arrow = line.find(" => ");
      REQUIRE(arrow != std::string::npos);
      const std::string wanted = Trimmed(line.substr(arrow + 4));
      CAPTURE(line);
      CHECK(Told(Ask(index, Trimmed(line.substr(0, arrow))), wanted) == wanted);
      ++lines;
    }
  }
  CHECK(lines > 60);
}

}  // namespace
