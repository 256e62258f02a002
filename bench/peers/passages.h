// SPDX-License-Identifier: Apache-2.0
// passages.h — reads what is searched and what is asked: JSON Lines.
//
// passages.jsonl: {"objectID", "source", "title", "body"}; `source` names the article that a passage was cut from.
// queries.jsonl:  {"set", "source", "text"}; any passage of `source` is a hit; empty: the query has no right answer.
// Errors:         std::runtime_error with path and line.
#ifndef SIGNPOST_BENCH_PEERS_PASSAGES_H_
#define SIGNPOST_BENCH_PEERS_PASSAGES_H_

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace peers {

struct Passage {
  std::string id;
  std::string source;
  std::string title;
  std::string body;
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
};

std::vector<JudgedQuery> ReadQueries(const std::string& path);

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_PASSAGES_H_
