// SPDX-License-Identifier: Apache-2.0
// index_words.h — what rules ask of the index that a query is put to, so that this folder need not know it.
#ifndef SIGNPOST_RULES_INDEX_WORDS_H_
#define SIGNPOST_RULES_INDEX_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost::rules {

// Words of a query that a synonym reads as others.
struct SynonymReading {
  std::uint32_t begin = 0;  // bytes of the query
  std::uint32_t end = 0;
  std::string replacement;
};

// Of what the caller may see. Called by one thread at a time.
class IndexWords {
 public:
  virtual ~IndexWords() = default;

  // True when a document has the value; compared as filters compare.
  virtual bool HasValue(const std::string& attribute, std::string_view value) const = 0;
  // True when a document holds the word, as rules fold it.
  virtual bool HasWord(std::string_view term) const = 0;
  // Tags of the languages that are searched.
  virtual std::vector<std::string_view> Languages() const = 0;
  virtual std::vector<SynonymReading> Synonyms(std::string_view query) const = 0;

 protected:
  IndexWords() = default;
  IndexWords(const IndexWords&) = default;
  IndexWords& operator=(const IndexWords&) = default;
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_INDEX_WORDS_H_
