// SPDX-License-Identifier: Apache-2.0
#include "answer/confidence.h"

#include <cmath>

namespace signpost::answer {
namespace {

// By tests/relevance/fit_answers.py.
constexpr double kIntercept = -5.31;
constexpr std::array<double, kEvidenceCount> kWeights = {1.91,  1.05, 0.87, 1.76, 0.60, 0.62,
                                                         -0.54, 0.34, 1.06, 0.75, 0.52};

}  // namespace

std::array<double, kEvidenceCount> ValuesOf(const Evidence& e) {
  return {e.around, e.passage, e.heading, e.known, e.section, e.kind, e.not_kind, e.first, e.lead, e.words, e.typed};
}

double ConfidenceOf(const Evidence& evidence) {
  const std::array<double, kEvidenceCount> values = ValuesOf(evidence);
  double sum = kIntercept;
  for (std::size_t i = 0; i < values.size(); ++i) sum += kWeights[i] * values[i];
  return 1 / (1 + std::exp(-sum));
}

double PassageScore(const Evidence& e) {
  return e.around + 0.3 * e.passage + 0.3 * e.section + 0.4 * e.kind - 0.2 * e.not_kind;
}

}  // namespace signpost::answer
