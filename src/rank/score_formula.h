// SPDX-License-Identifier: Apache-2.0
// score_formula.h — the score of a document, and how it is bounded before positions are known.
//
//   score = (sum over words of value x saturated pooled frequency + proximity) x (1 + 0.8 D)
//
// Value:    of a word, its inverse document frequency times its weight in the query.
// Proximity: rewards neighbours of the query that are neighbours in the document: for each pair that is,
//           0.2 x the smaller value x 2 n / (n + 1), n the occurrences of the first that the second follows closely,
//           pooled like frequencies.
// D:        0..1, rewards a title that covers the query and is covered by it: the Dice coefficient (Dice 1945) of their
//           words weighted by information.
// docs/relevance.md has the experiments behind it.
#ifndef SIGNPOST_RANK_SCORE_FORMULA_H_
#define SIGNPOST_RANK_SCORE_FORMULA_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/slot_reader.h"
#include "query/plan.h"

namespace signpost::rank {

inline constexpr double kSaturation = 2;  // k1
inline constexpr double kProximityFactor = 0.2;
inline constexpr double kTitleFactor = 0.8;
inline constexpr std::uint32_t kProximityWindow = 3;  // positions

template <typename Number>
Number Saturated(Number pooled) {
  return static_cast<Number>(kSaturation + 1) * pooled / (pooled + static_cast<Number>(kSaturation));
}

// What a document's words come to at most, proximity and title still apart.
struct ScoreBound {
  float words = 0;
  float proximity = 0;
  float title = 0;  // value of the words that may stand in the title

  ScoreBound& operator+=(const ScoreBound& other) {
    words += other.words;
    proximity += other.proximity;
    title += other.title;
    return *this;
  }
};

// The formula for one plan.
// Threads: immutable.
class ScoreFormula {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  explicit ScoreFormula(const query::Plan& plan);

  double Value(std::size_t slot) const { return values_[slot]; }
  // The slot of the next word of the query, or kNone.
  std::uint32_t Next(std::size_t slot) const { return next_[slot]; }
  // True for a pair of CJK characters: it decides what is a hit; its characters say the same again for everything else.
  bool IsPair(std::size_t slot) const { return pairs_[slot]; }
  double query_information() const { return query_information_; }  // value of the words that may stand in a title
  double deciding_information() const { return deciding_information_; }

  static double Proximity(double smaller_value, double near) {
    return kProximityFactor * smaller_value * 2 * near / (near + 1);
  }

  // Bounds what a word adds in a document.
  ScoreBound BoundOf(std::size_t slot, const match::WordBound& word) const {
    if (word.pooled == 0) return {};
    const auto value = static_cast<float>(values_[slot]);
    return {.words = value * Saturated(word.pooled),
            .proximity = next_[slot] == kNone ? 0 : proximity_[slot] * 2 * word.pooled / (word.pooled + 1),
            .title = word.in_title && !pairs_[slot] ? value : 0};
  }

  // Bounds the score. `others`: information of the words of the title that are none of the query's; they make D smaller.
  double Bound(const ScoreBound& sum, double others = 0) const {
    const double covered = sum.title == 0 ? 0 : 2 * sum.title / (sum.title + others + query_information_);
    return (double{sum.words} + sum.proximity) * (1 + kTitleFactor * covered);
  }

 private:
  std::vector<double> values_;
  std::vector<std::uint32_t> next_;
  std::vector<bool> pairs_;
  std::vector<float> proximity_;  // by slot: what being followed closely is worth at most, halved
  double query_information_ = 0;
  double deciding_information_ = 0;
};

}  // namespace signpost::rank

#endif  // SIGNPOST_RANK_SCORE_FORMULA_H_
