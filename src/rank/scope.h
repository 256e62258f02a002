// SPDX-License-Identifier: Apache-2.0
// scope.h — which documents of a segment may be hits, and which of them are moved up or down, as plain values: what filters came
// to before ranking began.
#ifndef SIGNPOST_RANK_SCOPE_H_
#define SIGNPOST_RANK_SCOPE_H_

#include <optional>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "segment/doc_set.h"

namespace signpost::rank {

struct Scope {
  std::optional<segment::DocSet> admitted;                    // none: all documents; else live ones alone
  segment::DocBits admitted_bits;                             // the same, when `admitted` is there
  std::vector<std::pair<segment::DocBits, double>> optional;  // documents and the score of what let them through

  bool Admits(DocId doc) const { return !admitted || admitted_bits.Contains(doc); }

  // What the score of a document is multiplied by. Above 0, so that the order of what is multiplied alike stays.
  double Boost(DocId doc) const {
    double sum = 0;
    for (const auto& [docs, score] : optional) sum += docs.Contains(doc) ? score : 0;
    return sum >= 0 ? 1 + sum : 1 / (1 - sum);
  }
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_SCOPE_H_
