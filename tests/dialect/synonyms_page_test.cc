// SPDX-License-Identifier: Apache-2.0
// docs/synonyms.md says what is so: its synonyms are read, and its queries find what it says, in that order, marked as it says.
#include <signpost/dialect.h>
#include <signpost/signpost.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "support/ask.h"

namespace {

using Strings = std::vector<std::string>;

std::string Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

// The cells of a row of a table.
Strings Cells(std::string_view line) {
  Strings out;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    out.push_back(Trimmed(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

std::string WithoutQuotes(const std::string& code) { return code.substr(1, code.size() - 2); }

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

Strings Lines() {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/docs/synonyms.md");
  Strings out;
  for (std::string line; std::getline(file, line);) out.push_back(line);
  return out;
}

// The rows of the table behind line `at`, without its head.
std::vector<Strings> TableBehind(const Strings& lines, std::size_t at) {
  std::vector<Strings> out;
  for (std::size_t i = at + 3; i < lines.size() && lines[i].starts_with('|'); ++i) out.push_back(Cells(lines[i]));
  return out;
}

std::string BlockBehind(const Strings& lines, std::size_t at) {
  std::string out;
  for (std::size_t i = at + 2; i < lines.size() && lines[i] != "```"; ++i) out += lines[i] + "\n";
  return out;
}

// The titles of the hits, marked as on the page.
std::string Found(const signpost::Index& index, const signpost::Audience& audience, signpost::SearchRequest request) {
  request.highlight.pre_tag = request.highlight.post_tag = "**";
  std::string out;
  for (const signpost::Hit& hit : Ask(index, audience, request).hits) {
    out += (out.empty() ? "" : "; ") + hit.title.value;
  }
  return out;
}

TEST_CASE("Synonyms page: its examples are so", "[dialect]") {
  const Strings lines = Lines();
  REQUIRE(lines.size() > 100);
  std::vector<signpost::Document> articles;
  signpost::Index index = BuildIndex({});
  std::size_t queries = 0, synonyms = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (line == "<!-- test: articles -->") {
      for (const Strings& row : TableBehind(lines, i)) {
        std::string title = Replaced(Replaced(row.at(1), "&lt;", "<"), "&gt;", ">");
        articles.push_back(Article(WithoutQuotes(row.at(0)), title));
      }
      index = BuildIndex(articles);
    } else if (line == "<!-- test: synonyms -->") {
      const auto list = signpost::ParseSynonyms(BlockBehind(lines, i));
      CAPTURE(i + 1);
      REQUIRE(list.ok());
      REQUIRE(index.SetSynonyms(*list).ok());
      ++synonyms;
    } else if (line == "<!-- test: queries -->" || line.starts_with("<!-- test: request ")) {
      const std::size_t json = line.find('{'), end = line.rfind('}');
      const auto base =
          signpost::ParseSearchParameters(json == std::string::npos ? "{}" : line.substr(json, end + 1 - json));
      REQUIRE(base.ok());
      for (const Strings& row : TableBehind(lines, i)) {
        signpost::SearchRequest request = base->request;
        request.query = WithoutQuotes(row.at(0));
        CAPTURE(i + 1, line, request.query);
        CHECK(Found(index, base->audience, request) == row.at(1));
        ++queries;
      }
    }
  }
  CHECK(articles.size() == 16);
  CHECK(synonyms == 6);
  CHECK(queries == 20);
}

}  // namespace
