// SPDX-License-Identifier: Apache-2.0
// test_contents.h — an index that rules ask, made of lists.
#ifndef SIGNPOST_TESTS_RULES_TEST_CONTENTS_H_
#define SIGNPOST_TESTS_RULES_TEST_CONTENTS_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule_lint.h"

namespace signpost::rules {

struct TestWords : IndexWords {
  std::vector<std::pair<std::string, std::string>> values;  // attribute and value
  std::vector<std::string> known;
  std::vector<std::string_view> languages = {"en"};
  std::vector<std::pair<std::string, std::string>> synonyms;  // words, and what they may be read as

  bool HasValue(const std::string& attribute, std::string_view value) const override {
    return std::find(values.begin(), values.end(), std::pair(attribute, std::string(value))) != values.end();
  }
  bool HasWord(std::string_view term) const override {
    return std::find(known.begin(), known.end(), term) != known.end();
  }
  std::vector<std::string_view> Languages() const override { return languages; }
  std::vector<SynonymReading> Synonyms(std::string_view query) const override {
    std::vector<SynonymReading> out;
    for (const auto& [words, replacement] : synonyms) {
      const std::size_t at = query.find(words);
      if (at == std::string_view::npos) continue;
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size()), replacement});
    }
    return out;
  }
};

// Has every document, unless it is listed as missing.
struct TestContents : IndexContents {
  TestWords index_words;
  std::vector<std::string> missing;

  const IndexWords& words() const override { return index_words; }
  bool HasDocument(std::string_view object_id) const override {
    return std::find(missing.begin(), missing.end(), object_id) == missing.end();
  }
  bool HasValues(const std::string& attribute) const override {
    return std::any_of(index_words.values.begin(), index_words.values.end(),
                       [&](const auto& v) { return v.first == attribute; });
  }
  bool Admits(const Filter& filter) const override {
    return filter.kind != Filter::Kind::kValue || index_words.HasValue(filter.attribute, filter.value);
  }
};

}  // namespace signpost::rules

#endif  // SIGNPOST_TESTS_RULES_TEST_CONTENTS_H_
