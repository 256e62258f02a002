// SPDX-License-Identifier: Apache-2.0
// confidence.h — how likely a passage is to be the answer, from what is known of it: a logistic regression, fitted by
// tests/relevance/fit_answers.py on the questions of data/answers that are not set aside. docs/answers.md has the figures.
//
// Threads:  pure functions.
#ifndef SIGNPOST_ANSWER_CONFIDENCE_H_
#define SIGNPOST_ANSWER_CONFIDENCE_H_

#include <array>
#include <cstddef>
#include <string_view>

namespace signpost::answer {

// Each 0..1.
struct Evidence {
  double around = 0;    // share of the query's information in passage, headings and title
  double passage = 0;   // in the passage itself
  double heading = 0;   // in the headings above it and the title
  double known = 0;     // in words that stand somewhere in the help center
  double section = 0;   // in the headings above it alone
  double kind = 0;      // 1: steps for how-to, a number for an amount, a text for what-is
  double not_kind = 0;  // 1: the query asks for one of them, and the passage is not it
  double first = 0;     // 1: of the best hit
  double lead = 0;      // by how much of its score the hit is before the next one
  double words = 0;     // how many words the query has that say something: 1 - 1 / (1 + them)
  double typed = 0;     // share of the matched information that stands there as it was typed
};
inline constexpr std::size_t kEvidenceCount = 11;
inline constexpr std::array<std::string_view, kEvidenceCount> kEvidenceNames = {
    "around", "passage", "heading", "known", "section", "kind", "notKind", "first", "lead", "words", "typed"};
std::array<double, kEvidenceCount> ValuesOf(const Evidence& evidence);

// 0..1.
double ConfidenceOf(const Evidence& evidence);

// Orders the passages of one document: more is better. What is the same for all of them does not count.
double PassageScore(const Evidence& evidence);

}  // namespace signpost::answer

#endif  // SIGNPOST_ANSWER_CONFIDENCE_H_
