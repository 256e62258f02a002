// SPDX-License-Identifier: Apache-2.0
#include "lexicon/edit_distance.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace signpost::lexicon {
namespace {

// Fills the table one row per letter of `b`. Calls row_done(distance of `a` to that much of `b`), first for nothing of
// it.
template <typename RowDone>
void FillTable(std::u32string_view a, std::u32string_view b, RowDone row_done) {
  const std::size_t width = a.size() + 1;
  std::vector<int> rows(3 * width);
  int* before_previous = rows.data();
  int* previous = before_previous + width;
  int* current = previous + width;
  for (std::size_t i = 0; i < width; ++i) current[i] = static_cast<int>(i);
  row_done(current[a.size()]);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    int* free_row = before_previous;
    before_previous = previous;
    previous = current;
    current = free_row;
    current[0] = static_cast<int>(j);
    for (std::size_t i = 1; i < width; ++i) {
      const int change = previous[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[i] = std::min({change, previous[i] + 1, current[i - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[i] = std::min(current[i], before_previous[i - 2] + 1);
      }
    }
    row_done(current[a.size()]);
  }
}

}  // namespace

int EditDistance(std::u32string_view a, std::u32string_view b) {
  int distance = 0;
  FillTable(a, b, [&](int d) { distance = d; });
  return distance;
}

int PrefixEditDistance(std::u32string_view word, std::u32string_view term) {
  int smallest = static_cast<int>(word.size());
  FillTable(word, term, [&](int d) { smallest = std::min(smallest, d); });
  return smallest;
}

}  // namespace signpost::lexicon
