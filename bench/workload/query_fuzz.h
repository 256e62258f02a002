// SPDX-License-Identifier: Apache-2.0
// query_fuzz.h — queries that may be slow, in families, and small changes of them.
//
// Random:   what is drawn follows from the generator and the words alone.
#ifndef SIGNPOST_BENCH_WORKLOAD_QUERY_FUZZ_H_
#define SIGNPOST_BENCH_WORKLOAD_QUERY_FUZZ_H_

#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "passages.h"
#include "word_stock.h"

namespace bench {

// The library takes no longer ones (SearchRequest::query).
inline constexpr std::size_t kMaxQueryBytes = 64 * 1024;

// A query as the pieces that it is changed by: words, phrases, exclusions.
using Pieces = std::vector<std::string>;

struct Family {
  std::string name;
  std::size_t min_pieces = 1;
  std::size_t max_pieces = 1;
  std::function<std::string(const WordStock&, std::mt19937_64&)> draw;  // one piece
  const char* between = " ";
  bool advanced = false;
  int hits = 10;
};

const std::vector<Family>& Families();

// Returns a query of the family with a random number of pieces.
Pieces Draw(const Family& family, const WordStock& words, std::mt19937_64& random);

// Returns `pieces` with one piece or a few replaced, added, left out, doubled, moved or edited; within the family's
// number of pieces.
Pieces Changed(Pieces pieces, const Family& family, const WordStock& words, std::mt19937_64& random);

// Whole pieces, as many as the library takes.
JudgedQuery QueryOf(const Pieces& pieces, const Family& family);

}  // namespace bench

#endif  // SIGNPOST_BENCH_WORKLOAD_QUERY_FUZZ_H_
