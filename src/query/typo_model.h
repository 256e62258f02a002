// SPDX-License-Identifier: Apache-2.0
// typo_model.h — of the terms that a misspelled word may stand for, how likely each is what the person meant.
//
// Model:    a noisy channel (Kernighan, Church and Gale 1990): how common the term is times how likely these slips are
//           when it is typed. A dozen costs, fitted to misspellings and rounded, with the experiments in docs/typos.md.
// Letters:  Latin and Cyrillic letters have a sound and a key; others only equal each other or not.
// Threads:  pure functions.
// Cost:     O(|typed| |term|) without allocation: half a microsecond for ten letters.
// Example:  TypoLikelihood(TypoCost(U"pasword", U"password", false), 120) is ninety times
//           TypoLikelihood(TypoCost(U"pasword", U"passwort", false), 120).
#ifndef SIGNPOST_QUERY_TYPO_MODEL_H_
#define SIGNPOST_QUERY_TYPO_MODEL_H_

#include <cstdint>
#include <string_view>

namespace signpost::query {

// Returns what the cheapest way costs to have typed `typed` for `term` — or, when `prefix`, for some prefix of it —
// with the edits of restricted Damerau-Levenshtein distance over code points. Costs are negative natural logarithms of
// likelihoods. 0 only when nothing was edited; of d edits between 2d and 6d. Infinite when `typed` is longer than
// limits::kMaxTypoWordCodepoints.
double TypoCost(std::u32string_view typed, std::u32string_view term, bool prefix);

// Returns how likely a term in `document_count` documents is meant, beside the other candidates for one typed word:
// divided by the sum over all of them it is a probability. REQUIRES: document_count > 0.
double TypoLikelihood(double cost, std::uint64_t document_count);

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_TYPO_MODEL_H_
