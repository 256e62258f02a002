// SPDX-License-Identifier: Apache-2.0
// word_stock.h — the words of a text by how often they stand there, to draw queries from.
//
// Holds:    runs of ASCII letters and digits, lower-cased, and single Han and kana characters apart.
// Random:   a draw follows from the generator alone, with every standard library.
#ifndef SIGNPOST_BENCH_WORKLOAD_WORD_STOCK_H_
#define SIGNPOST_BENCH_WORKLOAD_WORD_STOCK_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// Returns a number below `count`. std::uniform_int_distribution differs from library to library.
// REQUIRES: `count` > 0.
inline std::size_t Below(std::size_t count, std::mt19937_64& random) { return random() % count; }

class WordStock {
 public:
  void Read(std::string_view text);
  // Sorts what was read. Without a CJK character in it there are some common ones.
  void Close();

  // One of the `count` most frequent words.
  const std::string& Common(std::size_t count, std::mt19937_64& random) const;
  const std::string& Any(std::mt19937_64& random) const;
  // Of ten letters or more; any word when there is none.
  const std::string& Long(std::mt19937_64& random) const;
  const std::string& Character(std::mt19937_64& random) const;

  std::size_t size() const { return words_.size(); }

 private:
  std::map<std::string, std::int64_t> counts_;
  std::map<std::string, std::int64_t> character_counts_;
  std::vector<std::string> words_;  // commonest first; those of one count in byte order
  std::vector<std::string> long_words_;
  std::vector<std::string> characters_;
};

}  // namespace bench

#endif  // SIGNPOST_BENCH_WORKLOAD_WORD_STOCK_H_
