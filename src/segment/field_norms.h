// SPDX-License-Identifier: Apache-2.0
// field_norms.h — what an occurrence in a field counts, by BM25F (Robertson, Zaragoza, Taylor 2004): the frequencies of
// all fields are weighted, normalised by the field's length and pooled before they saturate once.
#ifndef SIGNPOST_SEGMENT_FIELD_NORMS_H_
#define SIGNPOST_SEGMENT_FIELD_NORMS_H_

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <signpost/settings.h>

#include "base/ids.h"
#include "base/limits.h"

namespace signpost::segment {

// Information of what `documents` of `all` hold, natural logarithm, never negative (the form of Lucene and of Robertson and
// Zaragoza 2009 with 1 added inside).
inline double InverseDocumentFrequency(double documents, double all) {
  return std::log(1 + (all - documents + 0.5) / (documents + 0.5));
}

class FieldNorms {
 public:
  // `average_lengths`: tokens of each field in a document; 0 when there are none.
  FieldNorms(const std::vector<SearchableAttribute>& attributes, const std::vector<double>& average_lengths) {
    for (std::size_t f = 0; f < attributes.size(); ++f) {
      const double average = average_lengths[f];
      const double b = average > 0 ? attributes[f].length_normalization : 0;
      fields_[f] = {.weight = attributes[f].weight, .base = 1 - b, .per_token = average > 0 ? b / average : 0};
      if (attributes[f].name == "title") title_ = static_cast<int>(f);
    }
    count_ = attributes.size();
  }

  // Number of the title's field, or -1 when it is not searched.
  int title() const { return title_; }
  bool IsTitle(FieldId field) const { return static_cast<int>(Raw(field)) == title_; }

  // Returns the share of `frequency` occurrences in a field of `length` tokens, before saturation.
  double Pooled(FieldId field, double frequency, std::uint32_t length) const {
    const Field& f = fields_[Raw(field)];
    return f.weight * frequency / (f.base + f.per_token * length);
  }

  // Returns how many times more something may count by these norms than by `others`, which differ in the averages alone.
  double MostBeside(const FieldNorms& others) const {
    double most = 1;
    for (std::size_t f = 0; f < count_; ++f) {
      if (fields_[f].per_token > 0) most = std::max(most, others.fields_[f].per_token / fields_[f].per_token);
    }
    return most;
  }

 private:
  struct Field {
    double weight = 0;
    double base = 1;
    double per_token = 0;
  };
  std::array<Field, limits::kMaxFields> fields_;
  std::size_t count_ = 0;
  int title_ = -1;
};

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_FIELD_NORMS_H_
