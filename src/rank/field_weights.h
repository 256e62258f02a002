// SPDX-License-Identifier: Apache-2.0
// field_weights.h — what an occurrence in a field counts, by BM25F (Robertson, Zaragoza, Taylor 2004): the frequencies of
// all fields are weighted, normalised by the field's length and pooled before they saturate once.
#ifndef SIGNPOST_RANK_FIELD_WEIGHTS_H_
#define SIGNPOST_RANK_FIELD_WEIGHTS_H_

#include <array>
#include <cstddef>
#include <vector>

#include <signpost/explain.h>
#include <signpost/settings.h>

#include "base/ids.h"
#include "base/limits.h"
#include "query/plan.h"
#include "segment/corpus.h"

namespace signpost::rank {

// Constants of the score; docs/relevance.md has the experiments.
inline constexpr double kSaturation = 2;        // k1
inline constexpr double kStopWordFactor = 0.2;  // of a stop word outside the title
inline constexpr double kProximityFactor = 0.2;
inline constexpr double kTitleFactor = 0.8;
inline constexpr std::uint32_t kProximityWindow = 3;  // positions

class FieldWeights {
 public:
  FieldWeights(const segment::Corpus& corpus, const std::vector<SearchableAttribute>& attributes) {
    for (std::size_t f = 0; f < attributes.size(); ++f) {
      const double average = corpus.AverageLength(FieldId{static_cast<std::uint8_t>(f)});
      const double b = average > 0 ? attributes[f].length_normalization : 0;
      fields_[f] = {.weight = attributes[f].weight, .base = 1 - b, .per_token = average > 0 ? b / average : 0};
      if (attributes[f].name == "title") title_ = static_cast<int>(f);
    }
  }

  // Number of the title's field, or -1 when it is not searched.
  int title() const { return title_; }
  bool IsTitle(FieldId field) const { return static_cast<int>(Raw(field)) == title_; }

  // Returns the share of `frequency` occurrences in a field of `length` tokens, before saturation.
  double Pooled(FieldId field, double frequency, std::uint32_t length) const {
    const Field& f = fields_[Raw(field)];
    return f.weight * frequency / (f.base + f.per_token * length);
  }

  // What an occurrence of an alternative counts beside one of the exact word.
  double AlternativeFactor(const query::Slot& slot, const query::Alternative& alternative, FieldId field) const {
    const bool weak = slot.stop_word && alternative.kind <= AlternativeKind::kStem && !IsTitle(field);
    return alternative.weight * (weak ? kStopWordFactor : 1);
  }

  static double Saturated(double pooled) { return (kSaturation + 1) * pooled / (pooled + kSaturation); }

 private:
  struct Field {
    double weight = 0;
    double base = 1;
    double per_token = 0;
  };
  std::array<Field, limits::kMaxFields> fields_;
  int title_ = -1;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_FIELD_WEIGHTS_H_
