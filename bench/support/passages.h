// SPDX-License-Identifier: Apache-2.0
// passages.h — reads what is searched and what is asked: JSON Lines.
//
// passages.jsonl: {"objectID", "source", "title", "body", "lang"?}; `source` names the article that a passage was cut
//                 from.
// queries.jsonl:  {"set", "source", "text", "lang"?, "advanced"?, "hits"?}; any passage of `source` is a hit; empty:
//                 the query has no right answer.
// Errors:         std::runtime_error with path and line.
#ifndef SIGNPOST_BENCH_SUPPORT_PASSAGES_H_
#define SIGNPOST_BENCH_SUPPORT_PASSAGES_H_

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace bench {

struct Passage {
  std::string id;
  std::string source;
  std::string title;
  std::string body;
  std::string lang;  // empty: not said
};

// Reads one passage after the other, so that no more than one is in memory.
class PassageReader {
 public:
  explicit PassageReader(const std::string& path);
  // Returns false at the end of the file.
  bool Next(Passage& passage);

 private:
  std::string path_;
  std::ifstream file_;
  std::string line_;
  std::size_t line_number_ = 0;
};

struct JudgedQuery {
  std::string set;
  std::string source;
  std::string text;
  std::string lang;       // empty: not said
  bool advanced = false;  // quotes and exclusions mean something
  int hits = 10;          // how many are asked for
};

std::vector<JudgedQuery> ReadQueries(const std::string& path);

// Returns the same by set, the sets in the order of the file: at most `count` of each, evenly spread over it.
std::vector<std::vector<JudgedQuery>> ReadQuerySets(const std::string& path, std::size_t count);

}  // namespace bench

#endif  // SIGNPOST_BENCH_SUPPORT_PASSAGES_H_
